// The standalone page without its server, and from one build to the next.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { BROWSERS, DIST, ROOT, element, happened, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { pageTexts, plain } from "./words.js";

const BAKERY = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find(({ id }) => id === "bakery").answers;

/** Waits until the page says that it needs no connection any more. */
const kept = (page) => page.waitForSelector("[data-when=ready]:not([hidden])");

for (const program of BROWSERS) {
  describe(`offline in ${program.name}`, async () => {
    const browser = await launch(program);

    test("after the first load everything works with the server gone: reload, both languages, the result", async () => {
      const product = await serve();
      const page = await open(browser, `${product.address}/`);
      await kept(page);
      product.stop();
      await page.goto(`${product.address}/?from=a-post#top`);
      let quiz = await ready(page);
      await reader(page, quiz, { lang: "fr" }).walk(BAKERY);
      await happened(page, "verdict");
      assert.ok((await quiz.report()).verdict);
      await page.reload();
      quiz = await ready(page);
      await quiz.wait("[part=verdict]");
      await Promise.all([page.waitForNavigation(), page.click(".page-head a")]);
      assert.equal(await page.evaluate(() => location.pathname), "/en/");
      await ready(page);
      assert.equal(await element(page).host((element) => element.shadowRoot.querySelector(".son").lang), "en");
      await page.goto(`${product.address}/en/index.html`);
      await ready(page);
      assert.deepEqual(page.faults.filter((fault) => !/sw\.js|service worker/i.test(fault)), []);
    });

    test("a build that does not arrive whole is not kept at all", async () => {
      const product = await serve();
      product.spoil(/whole\..*\.wasm$/, { status: 404 });
      const page = await open(browser, `${product.address}/`);
      await ready(page);
      await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
      assert.deepEqual(await page.evaluate(() => caches.keys()), []);
      assert.equal(await page.$("[data-when=ready]:not([hidden])"), null);
    });

    test("a worker that is gone again at once, or that the browser does not allow, is no error of the page", async () => {
      const product = await serve();
      // Answers instead of the browser; notes what nobody caught.
      const prepare = (answer) => `{
        globalThis.asked = 0;
        globalThis.rejected = [];
        addEventListener("unhandledrejection", ({ reason }) => rejected.push(String(reason)));
        ServiceWorkerContainer.prototype.getRegistrations = async () => { asked++; ${answer} };
      }`;
      for (const [answer, times] of [["return [];", 2], ["throw new DOMException('refused', 'SecurityError');", 1]]) {
        const page = await open(browser, `${product.address}/`, { prepare: prepare(answer) });
        await page.waitForFunction((times) => globalThis.asked === times, {}, times);
        // A rejection is told of in a task of its own, before the next one.
        assert.deepEqual(await page.evaluate(() => new Promise((resolve) => { setTimeout(() => resolve(globalThis.rejected)); })), [], answer);
      }
    });

    test("on a host that drops .html from addresses, pages open by either name with the server gone", async () => {
      const product = await serve();
      for (const name of ["sheet", "en/sheet"]) {
        product.spoil(new RegExp(`^/${name}\\.html$`), { status: 308, headers: { Location: `/${name}` } });
        product.spoil(new RegExp(`^/${name}$`), { body: readFileSync(join(DIST, `${name}.html`)) });
      }
      const page = await open(browser, `${product.address}/`);
      await kept(page);
      product.stop();
      for (const name of ["sheet.html", "sheet", "en/sheet.html", "en/sheet?from=a-post#gates"]) {
        await page.goto(`${product.address}/${name}`);
        assert.equal(await page.evaluate(() => document.documentElement.lang), name.startsWith("en") ? "en" : "fr", name);
        assert.ok(await page.$("table"), name);
        assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector("table")).borderCollapse), "separate", `${name} has its styles`);
      }
    });

    test("where another worker stands over the origin, ours comes beside it, and the page is not said to be ready before it is", async () => {
      const blog = mkdtempSync(join(tmpdir(), "blog-"));
      after(() => rmSync(blog, { recursive: true, force: true }));
      symlinkSync(DIST, join(blog, "quiz"));
      const product = await serve({ folder: blog });
      product.host("/post", "A post");
      product.spoil(/^\/blog-worker\.js$/, { body: "addEventListener('fetch', () => {});", headers: { "Content-Type": "text/javascript" } });
      const page = await open(browser, `${product.address}/post`);
      await page.evaluate(async () => {
        await navigator.serviceWorker.register("/blog-worker.js");
        await navigator.serviceWorker.ready;
      });
      // Comes with the worker's list alone.
      const release = product.hold(/\/sheet\.html$/);
      await page.goto(`${product.address}/quiz/`);
      await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).some(({ scope, installing }) => scope.endsWith("/quiz/") && installing));
      assert.equal(await page.$("[data-when=ready]:not([hidden])"), null);
      release();
      await kept(page);
      product.stop();
      await page.reload();
      await ready(page);
    });

    /** A page that runs the first build, and what becomes of it: others follow, which have other names and the same files. */
    async function running() {
      const product = await serve();
      const page = await open(browser, `${product.address}/`);
      await kept(page);
      await page.reload();
      await ready(page);
      const builds = () => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").pop()));
      const [first] = await builds();
      const worker = readFileSync(join(DIST, "sw.js"), "utf8");
      assert.ok(worker.includes(first));
      /** Puts a build on the server, which the page then offers. */
      async function release(build) {
        product.spoil(/^\/sw\.js$/, { body: worker.replaceAll(first, build), headers: { "Content-Type": "text/javascript" } });
        await page.evaluate(async (build) => {
          const registration = await navigator.serviceWorker.ready;
          await registration.update();
          const worker = registration.installing;
          if (worker) await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
          if (!registration.waiting) throw new Error(`${build} does not wait`);
        }, build);
        await page.waitForSelector("[data-when=update]:not([hidden])");
      }
      return { product, page, first, builds, release };
    }
    async function accept(page) {
      await page.bringToFront();
      await Promise.all([page.waitForNavigation(), page.click("[data-when=update] button")]);
    }
    /** The names of the builds that are kept, once the one that was accepted runs. */
    async function left({ page, builds }) {
      await ready(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
      return builds();
    }

    test("a build that was never accepted makes way, and the one that ran is kept for the other tabs", async () => {
      const site = await running();
      await site.release("second");
      await site.release("third");
      await accept(site.page);
      assert.deepEqual(await left(site), [site.first, "third"]);
    });

    test("after a step back to an earlier build, that one is kept as the one that ran", async () => {
      const site = await running();
      for (const build of ["second", site.first, "third"]) {
        await site.release(build);
        await accept(site.page);
        await ready(site.page);
      }
      assert.deepEqual(await left(site), [site.first, "third"]);
    });

    test("a build that comes again while it is in use stays, though its files do not arrive", async () => {
      const { product, page, first, builds, release } = await running();
      await release("second");
      product.spoil(/^\/sw\.js$/, { body: readFileSync(join(DIST, "sw.js")), headers: { "Content-Type": "text/javascript" } });
      product.spoil(/^\/sheet\.html$/, { status: 404 });
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update().catch(() => {});
        const worker = registration.installing;
        if (worker) await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
      });
      assert.ok((await builds()).includes(first));
    });

    test("a new version taken in one tab is there in another at a press of its button", async () => {
      const { product, page, release } = await running();
      await release("second");
      const other = await open(browser, `${product.address}/`, { beside: page });
      await other.waitForSelector("[data-when=update]:not([hidden])");
      await accept(page);
      await ready(page);
      await accept(other);
      await kept(other);
    });

    test("within another page nothing is registered", async () => {
      const product = await serve();
      product.host("/around", `<iframe src="/"></iframe>`);
      const page = await open(browser, `${product.address}/around`);
      const inside = await (await page.waitForSelector("iframe")).contentFrame();
      await inside.waitForFunction(() => document.querySelector("social-or-not")?.shadowRoot?.querySelector("[part=progress]"));
      assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    });
  });
}

describe("the next build", () => {
  const copy = mkdtempSync(join(tmpdir(), "next-"));
  const next = join(copy, "dist");
  after(() => rmSync(copy, { recursive: true, force: true }));

  // As the maintainer makes it: another version of the model, another colour; then built.
  before(() => {
    for (const name of readdirSync(ROOT)) {
      if (["target", "dist", ".git"].includes(name)) continue;
      if (name === "node_modules") symlinkSync(join(ROOT, name), join(copy, name));
      else cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    }
    const edit = (path, from, to) => {
      const text = readFileSync(join(copy, path), "utf8");
      assert.ok(text.includes(from), `${path}: ${from}`);
      writeFileSync(join(copy, path), text.replaceAll(from, to));
    };
    edit("styles/tokens.css", "#14486b", "#14486c");
    edit("data/model.toml", 'version = "1.0.0"', 'version = "1.0.1"');
    const built = spawnSync(process.env.XTASK, ["build", "--out", next], {
      // A target folder of its own: two builds of one crate would write the same file there.
      env: { ...process.env, CARGO_MANIFEST_DIR: join(copy, "xtask"), CARGO_TARGET_DIR: join(ROOT, "target/next") },
      encoding: "utf8",
    });
    assert.equal(built.status, 0, built.stderr);
  });

  for (const program of BROWSERS) {
    describe(`in ${program.name}`, async () => {
      const browser = await launch(program);

      /** A reader in the middle of the quiz, on a page that is kept; then the next build is deployed, and the page looks for it. */
      async function meanwhile(deploy) {
        const product = await serve();
        const page = await open(browser, `${product.address}/`);
        await kept(page);
        await page.reload();
        await ready(page);
        const way = reader(page, element(page), { lang: "fr" });
        await way.answer("who", "shop");
        deploy(product);
        await page.evaluate(async () => { await (await navigator.serviceWorker.ready).update().catch(() => {}); });
        return { product, page, way };
      }

      test("is offered, taken when the reader says so, and keeps the answers", async () => {
        const { page } = await meanwhile((product) => product.deploy(next));
        const button = await page.waitForSelector("[data-when=update]:not([hidden]) button");
        assert.equal(plain(await button.evaluate((button) => button.parentElement.textContent)).includes(plain(pageTexts("fr").offline_update)), true);
        const question = await element(page).question();
        assert.notEqual(question, "who", "nothing has reloaded by itself");
        await Promise.all([page.waitForNavigation(), button.click()]);
        await ready(page);
        assert.deepEqual(await element(page).host((element) => element.answers), { who: "shop" });
        const old = readdirSync(DIST).filter((name) => /^(questions|whole|widget)\./.test(name));
        const now = readdirSync(next).filter((name) => /^(questions|whole|widget)\./.test(name));
        const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop()));
        assert.ok(asked.some((name) => now.includes(name) && !old.includes(name)), asked.join());
        assert.deepEqual(asked.filter((name) => old.includes(name) && !now.includes(name)), []);
      });

      test("not taken, leaves the reader with the build that they began, though its files are gone from the server", async () => {
        const { page, way } = await meanwhile((product) => product.deploy(next));
        await page.waitForSelector("[data-when=update]:not([hidden])");
        await way.walk({ ...BAKERY, who: undefined });
        await happened(page, "verdict");
        assert.deepEqual(page.faults, []);
      });

      test("cut off halfway, is not taken, and the old one stays whole", async () => {
        const { page, product } = await meanwhile((product) => {
          product.deploy(next);
          product.spoil(/whole\..*\.wasm$/, { status: 404 });
        });
        await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()).installing);
        assert.equal(await page.$("[data-when=update]:not([hidden])"), null);
        product.stop();
        await page.reload();
        await ready(page);
        assert.deepEqual(await element(page).host((element) => element.answers), { who: "shop" });
      });

      test("of which only some files have come, is not mixed with the old one", async () => {
        const { page, product } = await meanwhile((product) => {
          // The new worker is there, and the new hashed files; the page and the element are still the old ones.
          product.deploy(next);
          for (const name of ["social-or-not.js", "index.html"]) {
            const path = name === "index.html" ? /^\/$/ : /^\/social-or-not\.js$/;
            product.spoil(path, { body: readFileSync(join(DIST, name)) });
          }
        });
        await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()).installing);
        assert.equal(await page.$("[data-when=update]:not([hidden])"), null);
        product.stop();
        await page.reload();
        await ready(page);
      });
    });
  }
});
