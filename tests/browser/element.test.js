// The element in pages of another origin: attributes, properties, methods, events, and what goes wrong.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, element, events, happened, launch, open, ready, serve } from "./harness.js";

/** Enough answers for a verdict. */
const DONE = { who: "shop", presence: "none", goals: ["visibility"], strategy: "written", audience: "many", value: "useful", hours: 4, runner: "assigned", constancy: "year" };
const PRESET = `answers='${JSON.stringify(DONE)}'`;

for (const program of BROWSERS) {
  describe(`element in ${program.name}`, async () => {
    const product = await serve();
    const host = await serve();
    const browser = await launch(program);
    const script = (from = product) => `<script type="module" src="${from.address}/social-or-not.js"></script>`;

    /** A host's page with this in its body. */
    async function embed(body, options, { head = "", from = product } = {}) {
      host.host("/post", body + script(from), head);
      return open(browser, `${host.address}/post`, options);
    }

    test("runs on a page of another origin, and asks nothing of any other server", async () => {
      const page = await embed("<social-or-not></social-or-not>");
      const others = [];
      page.on("request", (request) => others.push(new URL(request.url()).origin));
      const quiz = await ready(page);
      assert.equal(await quiz.question(), "who");
      assert.deepEqual(others.filter((origin) => ![product.address, host.address].includes(origin)), []);
      assert.deepEqual(page.faults, []);
    });

    test("writes no mark on its nodes that a page made with Yew would take for its own", async () => {
      const quiz = await ready(await embed("<social-or-not></social-or-not>"));
      const marks = await quiz.host((element) => {
        const nodes = [element.shadowRoot.querySelector("#mount"), ...element.shadowRoot.querySelectorAll("*")];
        return [...new Set(nodes.flatMap((node) => Object.keys(node)))].filter((name) => name.startsWith("__"));
      });
      assert.ok(marks.length > 0 && marks.every((name) => name.startsWith("__son_")), marks.join());
    });

    test("takes its own language, else the nearest one around it", async () => {
      const page = await embed(`<social-or-not lang="fr-CA"></social-or-not><div lang="fr"><p><social-or-not></social-or-not></p></div><social-or-not></social-or-not>`);
      await happened(page, "ready", 3);
      const langs = await Promise.all([0, 1, 2].map((n) => element(page, n).host((element) => element.shadowRoot.querySelector(".son").lang)));
      assert.deepEqual(langs, ["fr", "fr", "en"]);
    });

    test("changes language while it runs, and keeps the answers", async () => {
      const page = await embed(`<social-or-not storage="none" lang="fr"></social-or-not>`);
      const quiz = await ready(page);
      const french = await quiz.text("legend");
      await quiz.host((element) => { element.answers = { who: "shop" }; element.restart(); element.lang = "en"; });
      await page.waitForFunction((text) => document.querySelector("social-or-not").shadowRoot.querySelector("legend").textContent.trim() !== text, {}, french);
      assert.equal(await quiz.question(), "who");
      await quiz.host((element) => { element.answers = { who: "shop" }; });
      await quiz.leaves("who");
      await quiz.host((element) => { element.lang = "fr"; });
      await quiz.wait(".son[lang=fr]");
      assert.deepEqual(await quiz.host((element) => element.answers), { who: "shop" });
    });

    test("two on a page know nothing of each other, and share the files", async () => {
      product.requests.length = 0;
      const page = await embed(`<social-or-not storage="none"></social-or-not><social-or-not storage="none" lang="fr"></social-or-not>`, { height: 2000 });
      await happened(page, "ready", 2);
      const [one, two] = [element(page, 0), element(page, 1)];
      await (await one.find("label")).click();
      await one.leaves("who");
      assert.equal(await two.question(), "who");
      assert.deepEqual(await two.host((element) => element.answers), {});
      await one.report();
      for (const file of [/\/questions\..*\.wasm$/, /\/whole\..*\.wasm$/, /\.css$/]) {
        assert.equal(product.requests.filter((path) => file.test(path)).length, 1, file);
      }
    });

    test("waits until it is nearly in view", async () => {
      product.requests.length = 0;
      const page = await embed(`<main style="height: 5000px"></main><social-or-not></social-or-not>`);
      await page.waitForFunction(() => customElements.get("social-or-not"));
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assert.deepEqual(product.requests.filter((path) => path.endsWith(".wasm")), []);
      await page.evaluate(() => document.querySelector("social-or-not").scrollIntoView());
      await ready(page);
    });

    test("keeps its answers when a script moves it, or takes it out and brings it back", async () => {
      const page = await embed(`<div id="a"><social-or-not storage="none"></social-or-not></div><div id="b"></div>`);
      const quiz = await ready(page);
      await (await quiz.find("label")).click();
      await quiz.leaves("who");
      await page.evaluate(() => document.querySelector("#b").append(document.querySelector("social-or-not")));
      assert.deepEqual(await quiz.host((element) => element.answers), { who: "shop" });
      await page.evaluate(() => Object.assign(globalThis, { kept: document.querySelector("social-or-not") }).kept.remove());
      await page.evaluate(() => document.querySelector("#a").append(globalThis.kept));
      await happened(page, "ready", 2);
      assert.deepEqual(await quiz.host((element) => element.answers), { who: "shop" });
      assert.notEqual(await quiz.question(), "who");
    });

    test("picks up what a script set before it was there", async () => {
      host.host("/post", `<social-or-not storage="none"></social-or-not><script>document.querySelector("social-or-not").answers = { who: "b2b" };</script>${script()}`);
      const page = await open(browser, `${host.address}/post`);
      const quiz = await ready(page);
      assert.deepEqual(await quiz.host((element) => element.answers), { who: "b2b" });
    });

    test("tells what happens, and never what was answered", async () => {
      const page = await embed(`<social-or-not storage="none"></social-or-not>`);
      const quiz = await ready(page);
      assert.equal(await quiz.host((element) => element.report), null);
      await (await quiz.find("label")).click();
      await quiz.leaves("who");
      await happened(page, "answer");
      assert.deepEqual(await events(page), [{ name: "ready" }, { name: "start" }, { name: "answer", question: "who" }]);
      assert.equal((await quiz.report()).model, "1.0.0");
      await quiz.host((element) => element.restart());
      await happened(page, "restart");
      assert.equal(await quiz.host((element) => element.report), null);
    });

    test("a preset opens at its result, and tells neither start nor verdict", async () => {
      const page = await embed(`<social-or-not storage="none" ${PRESET}></social-or-not>`);
      const quiz = await ready(page);
      await quiz.gone("input[name=who]");
      assert.deepEqual(await quiz.host((element) => element.answers), DONE);
      assert.deepEqual((await events(page)).map((event) => event.name), ["ready"]);
    });

    test("a preset or a property that is not valid is told by question and value, and the quiz goes on", async () => {
      const page = await embed(`<social-or-not storage="none" answers='{"who":"baker"}'></social-or-not>`);
      const quiz = await ready(page);
      await happened(page, "error");
      const [fault] = await events(page, "error");
      assert.equal(fault.cause, "answers");
      assert.match(fault.message, /`who`.*`baker`/);
      assert.equal(await quiz.question(), "who");
      const message = await quiz.host((element) => { try { element.answers = { hours: 99 }; } catch (error) { return error.message; } });
      assert.match(message, /`hours`.*99/);
      assert.deepEqual(await quiz.host((element) => element.answers), {});
    });

    test("goes on where the reader was after a reload, in silence", async () => {
      const page = await embed("<social-or-not></social-or-not>");
      const quiz = await ready(page);
      await (await quiz.find("label")).click();
      await quiz.leaves("who");
      await happened(page, "answer");
      const question = await quiz.question();
      await page.reload();
      await ready(page);
      assert.equal(await quiz.question(), question);
      assert.deepEqual(await quiz.host((element) => element.answers), { who: "shop" });
      assert.deepEqual((await events(page)).map((event) => event.name), ["ready"]);
    });

    test("unknown values of attributes fall back with one warning", async () => {
      const warnings = [];
      host.host("/post", `<social-or-not lang="xx" theme="pink" storage="cloud" heading-level="9"></social-or-not><social-or-not theme="pink"></social-or-not>${script()}`);
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.on("console", (message) => { if (message.type() === "warn") warnings.push(message.text()); });
      await page.goto(`${host.address}/post`);
      await page.waitForFunction(() => document.querySelectorAll("social-or-not")[1].shadowRoot.querySelector("form"));
      for (const value of ["xx", "cloud", "9", "pink"]) assert.equal(warnings.filter((text) => text.includes(`"${value}"`)).length, 1, value);
    });

    const LOST = [
      ["the module does not arrive", "download", /\.wasm$/, { status: 404 }],
      ["the script's other half does not arrive", "download", /questions\..*\.js$/, { status: 404 }],
      ["the words do not arrive", "words", /words\./, { status: 500 }],
      ["the words are of another build", "words", /words\./, { body: "bonjour" }],
      ["the module is damaged", "wasm", /\.wasm$/, { body: "not WebAssembly" }],
      ["the module may not be read", "cors", /\.wasm$/, { headers: { "Access-Control-Allow-Origin": "https://example.org" } }],
      ["a script is sent as text", "mime", /questions\..*\.js$/, { headers: { "Content-Type": "text/plain" } }],
      ["the server sends a page of its own for the module", "mime", /\.wasm$/, { body: "<!doctype html>", headers: { "Content-Type": "text/html" } }],
      ["a script is too new for the browser", "wasm", /questions\..*\.js$/, { body: "let let = 1" }],
    ];
    for (const [what, cause, pattern, outcome] of LOST) {
      test(`where ${what}, a note says so and the way on is there`, async () => {
        const mend = product.spoil(pattern, outcome);
        const page = await embed(`<social-or-not lang="fr"></social-or-not>`);
        await happened(page, "error");
        const quiz = element(page);
        assert.equal((await events(page, "error"))[0].cause, cause);
        assert.match(await quiz.text("[role=alert]"), /n’a pas pu démarrer/);
        assert.equal(await quiz.host((element) => element.shadowRoot.querySelector("a").href), `${product.address}/`);
        mend();
        await (await quiz.find("button")).click();
        await ready(page);
        assert.equal(await quiz.question(), "who");
        assert.equal(await quiz.find("[role=alert]"), null);
      });
    }

    test("where the result's own module does not arrive, the answers are kept, and to try again shows the result", async () => {
      const mend = product.spoil(/whole\..*\.wasm$/, { status: 404 });
      const page = await embed(`<social-or-not lang="en"></social-or-not>`);
      const quiz = await ready(page);
      await quiz.host((element, answers) => { element.answers = { ...answers, constancy: undefined }; }, DONE);
      await quiz.leaves("who");
      await (await quiz.find("label")).click();
      await happened(page, "error");
      assert.equal((await events(page, "error"))[0].cause, "download");
      mend();
      await (await quiz.find("[role=alert] button")).click();
      await quiz.wait("[part=verdict]");
      assert.deepEqual(await quiz.host((element) => element.answers), { ...DONE, constancy: "weeks" });
    });

    test("where there is no WebAssembly, the publisher is told so, and where to read on", async () => {
      host.host("/post", `<script>delete globalThis.WebAssembly</script><script type="module" src="${product.address}/social-or-not.js"></script><social-or-not lang="fr"></social-or-not>`);
      const page = await open(browser, `${host.address}/post`);
      await happened(page, "error");
      assert.equal((await events(page, "error"))[0].cause, "wasm");
      assert.match(page.faults.join(), /docs\/embedding\.md#wasm/);
    });

    test("where the page's policy forbids WebAssembly, the publisher is told so", async () => {
      const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${product.address}; connect-src ${product.address}">`;
      const page = await embed("<social-or-not></social-or-not>", {}, { head: policy });
      await happened(page, "error");
      assert.equal((await events(page, "error"))[0].cause, "csp");
    });

    test("a strict policy that allows WebAssembly is enough", async () => {
      const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; script-src ${product.address} 'wasm-unsafe-eval'; connect-src ${product.address}; require-trusted-types-for 'script'; trusted-types 'none'">`;
      const page = await embed("<social-or-not></social-or-not>", {}, { head: policy });
      const quiz = await ready(page);
      assert.equal(await quiz.host((element) => getComputedStyle(element).display), "block");
      assert.deepEqual(page.faults, []);
    });

    test("the publisher's own text stands in until the quiz is there, and comes back if it fails", async () => {
      const release = product.hold(/\.wasm$/);
      const page = await embed("<social-or-not><p>The publisher's text</p></social-or-not>");
      const quiz = element(page);
      const shown = () => quiz.host((element) => element.querySelector("p").getClientRects().length > 0);
      await page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot);
      assert.ok(await shown());
      release();
      await ready(page);
      assert.ok(!(await shown()));
      product.spoil(/\.wasm$/, { status: 404 });
      const broken = await embed("<social-or-not><p>The publisher's text</p></social-or-not>");
      await happened(broken, "error");
      assert.ok(await element(broken).host((element) => element.querySelector("p").getClientRects().length > 0));
      assert.equal(await element(broken).find("[role=alert]"), null);
    });

    test("a second copy of the script leaves the first one alone", async () => {
      const page = await embed(`<social-or-not></social-or-not>${script()}`, {}, { head: `<script type="module" src="${product.address}/social-or-not.js?again"></script>` });
      const quiz = await ready(page);
      assert.equal(await quiz.question(), "who");
      assert.deepEqual(page.faults, []);
    });
  });
}
