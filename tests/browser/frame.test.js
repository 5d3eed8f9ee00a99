// The frame, `embed.html`, in pages of another origin: by our own script, by the hosts' conventions, and in a sandbox.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { BROWSERS, DIST, ROOT, events, happened, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";

const BAKERY = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find(({ id }) => id === "bakery").answers;
const library = (path) => readFileSync(join(ROOT, "node_modules", path), "utf8");

test("the script of the page that holds a frame weighs less than 1 kB", () => {
  const script = readFileSync(join(DIST, "frame.js"));
  assert.ok(script.length < 1000, `${script.length} bytes, ${gzipSync(script).length} in gzip`);
});

for (const program of BROWSERS) {
  describe(`frame in ${program.name}`, async () => {
    const product = await serve();
    const host = await serve();
    const browser = await launch(program);

    /** A page with a frame, and the frame's own page inside. Notes the messages that come. */
    async function frame({ fragment = "lang=fr", query = "", attributes = "", after = "", prepare = noteMessages } = {}) {
      const src = `${product.address}/embed.html${query}#${fragment}`;
      host.host("/post", `<iframe id="quiz" title="Quiz" src="${src}" width="100%" height="300" style="border:0" ${attributes}></iframe>${after}`);
      const page = await open(browser, `${host.address}/post`, { width: 700, prepare });
      const handle = await page.waitForSelector("iframe");
      const inside = await handle.contentFrame();
      return { page, inside };
    }

    const height = (page) => page.$eval("iframe", (iframe) => iframe.getBoundingClientRect().height);
    const content = (inside) => inside.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    /** Waits until a message that the function recognises has come. */
    const told = (page, is) => page.waitForFunction((source) => globalThis.messages.find((0, eval)(`(${source})`)), {}, String(is));

    /** Waits until the frame is as high as its page. */
    async function fits(page, inside) {
      await page.waitForFunction(() => globalThis.high > 0 && document.querySelector("iframe").getBoundingClientRect().height === globalThis.high);
      await inside.waitForFunction(() => Math.abs(innerHeight - document.body.getBoundingClientRect().height) <= 1);
    }

    const OWN = `<script src="${product.address}/frame.js" async></script>`;

    test("frame.js gives it its height from the first question to the verdict, and tells what happens on the frame", async () => {
      const { page, inside } = await frame({ after: OWN });
      const quiz = await ready(inside);
      await fits(page, inside);
      const before = await height(page);
      await reader(page, quiz).walk(BAKERY);
      await happened(page, "verdict");
      await fits(page, inside);
      assert.ok((await height(page)) > before + 1000, "the result is long");
      const [verdict] = await events(page, "verdict");
      assert.deepEqual(Object.keys(verdict).sort(), ["first", "name", "verdict"], "the verdict alone");
      const answers = await events(page, "answer");
      assert.ok(answers.length > 5);
      for (const answer of answers) assert.deepEqual(Object.keys(answer).sort(), ["name", "question"], "never the answer");
      assert.equal(await page.evaluate(() => globalThis.heard.every((event) => event.target.id === "quiz")), true);
      assert.deepEqual(page.faults, []);
    });

    test("the report is told only where the publisher asked for it", async () => {
      const { page, inside } = await frame({ fragment: "lang=en&share-detail=report", after: OWN });
      await reader(page, await ready(inside), { lang: "en", way: "keyboard" }).walk(BAKERY);
      await happened(page, "verdict");
      const [{ report }] = await events(page, "verdict");
      assert.ok(report.verdict && report.ledger.length > 0);
    });

    test("its height is told before the WebAssembly is there", async () => {
      product.hold(/\.wasm$/);
      const { page } = await frame({ after: OWN });
      await told(page, ({ data }) => data.type === "social-or-not-height" && data.height > 0);
      await told(page, ({ data }) => typeof data === "string" && data.includes('"context":"iframe.resize"'));
    });

    test("a frame that was there before the script is asked once more", async () => {
      const { page, inside } = await frame();
      await ready(inside);
      assert.equal(await height(page), 300);
      await page.addScriptTag({ url: `${product.address}/frame.js` });
      await fits(page, inside);
    });

    test("strangers' messages move neither the page nor the frame", async () => {
      const stranger = `<iframe id="stranger" srcdoc="<script>
        onmessage = () => {
          parent.postMessage({ type: 'social-or-not-height', height: 5 }, '*');
          parent.postMessage({ type: 'social-or-not-verdict', detail: { verdict: 'all_in' } }, '*');
          parent[0].postMessage({ message: 'ready' }, '*');
          parent[0].postMessage('[iFrameSizer]x:8:false:false', '*');
          parent[0].postMessage({ method: 'register', windowId: 'x' }, '*');
          parent.postMessage('done', '*');
        };
      </script>"></iframe>`;
      const { page, inside } = await frame({ after: OWN + stranger });
      await ready(inside);
      await fits(page, inside);
      const before = await height(page);
      await page.evaluate(() => {
        globalThis.messages.length = 0;
        document.querySelector("#stranger").contentWindow.postMessage("go", "*");
      });
      await told(page, ({ data }) => data === "done");
      // What the frame would have answered comes before the answer to this.
      await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ type: "social-or-not-resize" }, "*"));
      await told(page, ({ data, own }) => own && data.type === "social-or-not-height");
      assert.equal(await height(page), before);
      assert.deepEqual(await events(page, "verdict"), []);
      assert.deepEqual(await page.evaluate(() => globalThis.messages.filter(({ data }) => String(data).startsWith("[iFrameSizer]x:") || data.windowId)), []);
    });

    describe("tells its height as its host listens to it:", () => {
      test("WordPress, by its secret", async () => {
        const { page } = await frame({ fragment: "lang=fr#?secret=abcdefghij" });
        await told(page, ({ data }) => data.message === "height" && data.secret === "abcdefghij" && data.value > 100);
        await page.evaluate(() => {
          globalThis.messages.length = 0;
          document.querySelector("iframe").contentWindow.postMessage({ message: "ready", secret: "abcdefghij" }, "*");
        });
        await told(page, ({ data }) => data.message === "height");
      });

      test("AMP", async () => {
        const { page } = await frame({ fragment: "lang=fr&amp=1" });
        await told(page, ({ data }) => data.sentinel === "amp" && data.type === "embed-size" && data.height >= 100);
      });

      test("Iframely, once it has registered", async () => {
        const { page, inside } = await frame();
        await ready(inside);
        await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ method: "register", windowId: "w1" }, "*"));
        await told(page, ({ data }) => data.method === "resize" && data.windowId === "w1" && data.height > 100);
      });

      test("Embedly and Medium", async () => {
        const { page } = await frame();
        const message = await told(page, ({ data }) => typeof data === "string" && data.startsWith("{"));
        const { src, context, height } = JSON.parse((await message.jsonValue()).data);
        assert.equal(context, "iframe.resize");
        assert.ok(src.startsWith(product.address) && height > 100);
      });

      test("iframe-resizer 4, from its package", async () => {
        const { page, inside } = await frame();
        await page.addScriptTag({ content: library("iframe-resizer/js/iframeResizer.js") });
        await page.evaluate(() => globalThis.iFrameResize({ checkOrigin: false }, "#quiz"));
        const quiz = await ready(inside);
        await fits(page, inside);
        const before = await content(inside);
        await reader(page, quiz).answer("who", BAKERY.who);
        await fits(page, inside);
        assert.notEqual(await content(inside), before);
      });

      test("pym, from its package", async () => {
        host.host("/post", `<div id="place"></div>`);
        const page = await open(browser, `${host.address}/post`, { width: 700, prepare: noteMessages });
        await page.addScriptTag({ content: library("pym.js/dist/pym.v1.js") });
        await page.evaluate((src) => { new globalThis.pym.Parent("place", src, {}); }, `${product.address}/embed.html#lang=fr`);
        const inside = await (await page.waitForSelector("iframe")).contentFrame();
        await ready(inside);
        await fits(page, inside);
      });
    });

    describe("takes from its fragment", () => {
      test("the element's attributes and custom properties, whatever the host writes behind", async () => {
        const { inside } = await frame({ fragment: "lang=en&theme=dark&heading-level=3&cta-label=Go%20%26%20see&--son-accent=%238a2b06&--son-radius=9px#?secret=abc" });
        const quiz = await ready(inside);
        assert.deepEqual(
          await quiz.host((element) => [element.lang, element.theme, element.headingLevel, element.ctaLabel, element.style.getPropertyValue("--son-accent"), element.style.getPropertyValue("--son-radius")]),
          ["en", "dark", "3", "Go & see", "#8a2b06", "9px"],
        );
        assert.deepEqual(await inside.evaluate(() => [document.documentElement.lang, document.documentElement.style.colorScheme]), ["en", "dark"]);
        assert.match(await inside.$eval(".page-frame__foot", (foot) => foot.textContent), /own page/);
      });

      test("no address in a custom property, and no nonsense", async () => {
        const { inside } = await frame({ fragment: "lang=fr&--son-surface=url(//example.org/x)&--son-text=var(--a,url(//example.org/x))&--son-tint=nonsense" });
        const quiz = await ready(inside);
        assert.equal(await quiz.host((element) => element.style.length), 0);
      });

      test("light, where it says nothing of the theme", async () => {
        const { inside } = await frame();
        await ready(inside);
        assert.equal(await inside.evaluate(() => document.documentElement.style.colorScheme), "light");
      });
    });

    test("its way to the quiz's own page takes the answers along, as they are by then", async () => {
      const { page, inside } = await frame();
      const quiz = await ready(inside);
      const way = async () => {
        await inside.focus(".page-frame__foot a");
        const { href } = await inside.$eval(".page-frame__foot a", ({ href }) => {
          document.activeElement.blur();
          return { href };
        });
        return href;
      };
      assert.equal(await way(), `${product.address}/`, "no answer yet");
      await reader(page, quiz).answer("who", BAKERY.who);
      await inside.waitForFunction(() => document.querySelector("social-or-not").link);
      const first = await way();
      assert.match(first, /\/#r=[\w-]+$/);
      await reader(page, quiz).walk(BAKERY);
      await quiz.wait("[part=share]");
      const last = await way();
      assert.notEqual(last, first);
      const own = await open(browser, last);
      const opened = await ready(own);
      await opened.wait("[part=verdict]");
      assert.deepEqual(await opened.host((element) => element.answers), await quiz.host((element) => element.answers));
    });

    describe("in a sandbox that allows scripts alone", () => {
      const SANDBOX = `sandbox="allow-scripts"`;

      test("the quiz goes to the verdict, without a storage", async () => {
        const { page, inside } = await frame({ attributes: SANDBOX, after: OWN });
        const quiz = await ready(inside);
        await reader(page, quiz, { way: "keyboard" }).walk(BAKERY);
        await happened(page, "verdict");
        await fits(page, inside);
        assert.deepEqual(page.faults, []);
      });

      test("a link that it may not open shows its address to copy, and WordPress is asked to go there", async () => {
        const { page, inside } = await frame({ fragment: "lang=fr#?secret=abcdefghij", attributes: SANDBOX, after: OWN });
        await ready(inside);
        await fits(page, inside);
        await (await inside.$(".page-frame__foot a")).press("Enter");
        const field = await inside.waitForSelector("output:not([hidden]) input");
        assert.ok((await field.evaluate((field) => field.value)).startsWith(`${product.address}/`));
        assert.ok(await field.evaluate((field) => document.activeElement === field && field.selectionEnd === field.value.length));
        await told(page, ({ data }) => data.message === "link" && data.secret === "abcdefghij" && data.value.startsWith("http"));
        assert.equal(browser.targets().filter((target) => target.url().startsWith(`${product.address}/#`)).length, 0);
      });

      test("the address that is shown to copy holds the answers", async () => {
        const { page, inside } = await frame({ fragment: "lang=en", attributes: SANDBOX, after: OWN });
        const quiz = await ready(inside);
        await reader(page, quiz, { lang: "en", way: "keyboard" }).answer("who", BAKERY.who);
        await inside.waitForFunction(() => document.querySelector("social-or-not").link);
        await (await inside.$(".page-frame__foot a")).press("Enter");
        const field = await inside.waitForSelector("output:not([hidden]) input");
        assert.match(await field.evaluate((field) => field.value), /\/en\/#r=[\w-]+$/);
      });

      test("files that may not be read across origins are told by their cause, with the way on", async () => {
        product.spoil(/\.js$/, { headers: { "Access-Control-Allow-Origin": "https://example.org" } });
        const { page, inside } = await frame({ attributes: SANDBOX, after: OWN });
        await happened(page, "error");
        assert.equal((await events(page, "error"))[0].cause, "cors");
        await inside.waitForSelector(".page-frame__fault:not([hidden])");
        assert.equal(await inside.$eval(".page-frame__foot a", (link) => link.href), `${product.address}/`);
      });
    });
  });
}

/** Runs in every page: notes messages from frames, and the height that ours last told. */
function noteMessages() {
  globalThis.messages = [];
  globalThis.heard = [];
  addEventListener("message", ({ data, source }) => {
    const own = source === document.querySelector("iframe")?.contentWindow;
    globalThis.messages.push({ data, own });
    if (own && data?.type === "social-or-not-height") globalThis.high = data.height;
  });
  for (const name of ["start", "answer", "verdict"]) addEventListener(`social-or-not-${name}`, (event) => globalThis.heard.push(event));
}
