// The product's own pages ask nobody but their own server, keep no cookies, and run nothing that is written into them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { BROWSERS, DIST, ROOT, element, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";

const BAKERY = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find(({ id }) => id === "bakery").answers;

/** The build's files, as a server is asked for them. */
const FILES = new Set(readdirSync(DIST, { recursive: true }).map((name) => `/${name}`.replace(/\/index\.html$/, "/")));

/** A page whose requests and refusals are noted, from the first one. */
async function watch(browser, address, around) {
  const page = await open(browser, "about:blank", { prepare: noteRefusals });
  page.asked = [];
  page.cookies = [];
  page.on("request", (request) => {
    page.asked.push(request.url());
    if (request.headers().cookie) page.cookies.push(request.url());
  });
  page.on("response", (response) => { if (response.headers()["set-cookie"]) page.cookies.push(response.url()); });
  await page.goto(around ?? address);
  return page;
}

/** Runs in every page before anything else: notes what its policy refuses. */
function noteRefusals() {
  globalThis.refusals = [];
  document.addEventListener("securitypolicyviolation", (event) => globalThis.refusals.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
}

/** Nothing was refused on this page, and nothing is kept about the reader where a server would be told. */
async function isClean(page, inside = page) {
  assert.deepEqual(await inside.evaluate(() => globalThis.refusals), []);
  assert.equal(await inside.evaluate(() => document.cookie), "");
  assert.deepEqual(page.cookies, []);
  assert.deepEqual(await page.browserContext().cookies(), []);
  assert.deepEqual(page.faults, []);
}

/** Every address is one of the product's own files. */
function areOwn(addresses, { address }) {
  assert.ok(addresses.length > 0);
  for (const asked of addresses) {
    const { origin, pathname } = new URL(asked, address);
    assert.equal(origin, address);
    assert.ok(FILES.has(pathname), `${asked} is no file of the build`);
  }
}

/** From the first question to how firm the verdict is, and whatever opens there. */
async function journey(page, quiz, lang) {
  await reader(page, quiz, { lang }).walk(BAKERY);
  await quiz.wait("[part=firm] figure");
  await (await quiz.find("[part=themes] button")).click();
  await quiz.wait("[part=themes] button[aria-pressed=true]:first-child");
  await quiz.host((element) => element.shadowRoot.querySelectorAll("details").forEach((details) => { details.open = true; }));
}

for (const program of BROWSERS) {
  describe(`locked down in ${program.name}`, async () => {
    const browser = await launch(program);

    test("a whole journey asks for the product's own files alone: both languages, the result, a reload, kept for offline", async () => {
      const product = await serve();
      const page = await watch(browser, `${product.address}/`);
      await page.waitForSelector("[data-when=ready]:not([hidden])");
      await journey(page, await ready(page), "fr");
      await isClean(page);
      await Promise.all([page.waitForNavigation(), page.click(".page-head a")]);
      let quiz = await ready(page);
      await quiz.wait("[part=verdict]");
      await isClean(page);
      await quiz.host((element) => element.restart());
      await quiz.wait("input[name=who]");
      await journey(page, quiz, "en");
      await page.reload();
      quiz = await ready(page);
      await quiz.wait("[part=firm] figure");
      await isClean(page);
      areOwn(page.asked, product);
      areOwn(product.requests, product);
      const once = new Set(product.requests);
      for (const part of ["/", "/registration.html", "/sw.js", "/en/", "/manifest.webmanifest"]) assert.ok(once.has(part), `${part} was asked for`);
      for (const file of FILES) if (/^\/(questions|whole|words|widget|page|offline)\.[^/]*(?<!\.br|\.gz)$/.test(file)) assert.ok(once.has(file), `${file} was asked for`);
    });

    test("the frame asks for the product's own files alone, on a page of another origin", async () => {
      const product = await serve();
      const host = await serve();
      host.host("/post", `<iframe title="Quiz" src="${product.address}/embed.html#lang=en&--son-accent=%238a2b06" width="100%" height="600"></iframe><script src="${product.address}/frame.js" async></script>`);
      const page = await watch(browser, `${host.address}/post`);
      const inside = await (await page.waitForSelector("iframe")).contentFrame();
      const quiz = await ready(inside);
      await journey(page, quiz, "en");
      await isClean(page, inside);
      areOwn(product.requests, product);
      areOwn(page.asked.filter((asked) => asked !== `${host.address}/post` && !asked.endsWith("/favicon.ico")), product);
      assert.equal(await quiz.host((element) => element.style.getPropertyValue("--son-accent")), "#8a2b06");
    });

    test("the builder asks for the product's own files alone, whichever preview it shows", async () => {
      const product = await serve();
      const page = await watch(browser, `${product.address}/en/builder.html`);
      await page.$eval("#stage", (stage) => stage.scrollIntoView());
      await ready(page);
      await isClean(page);
      await page.click("input[name=way][value=frame]");
      const frame = await page.waitForSelector("#stage iframe");
      await frame.evaluate((frame) => frame.scrollIntoView());
      const inside = await frame.contentFrame();
      await ready(inside);
      await isClean(page);
      await isClean(page, inside);
      areOwn(product.requests, product);
      areOwn(page.asked.filter((asked) => asked !== "about:blank"), product);
    });

    test("the comparison asks for the product's own files alone, and keeps nothing", async () => {
      const product = await serve();
      const page = await watch(browser, `${product.address}/en/`);
      const link = async (answers) => {
        const quiz = await ready(page);
        await quiz.host((element, answers) => { element.answers = answers; }, answers);
        await quiz.wait("[part=share]");
        return quiz.host((element) => element.link.split("#")[1]);
      };
      const codes = [await link(BAKERY), await link({ ...BAKERY, runner: "nobody" })];
      await page.goto(`${product.address}/en/compare.html#${codes.join("&")}`);
      await page.waitForSelector("#comparison[data-ready]");
      const kept = await page.evaluate(() => JSON.stringify(localStorage));
      const board = element(page, 0, "#comparison");
      await board.wait(".son-apart");
      await (await board.find(".son-side__remove button")).click();
      await board.gone(".son-apart");
      await isClean(page);
      areOwn(product.requests, product);
      areOwn(page.asked.filter((asked) => asked !== "about:blank"), product);
      assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), kept);
    });

    test("the page in one file asks nothing of anybody", async () => {
      const page = await watch(browser, pathToFileURL(join(DIST, "social-or-not.html")).href);
      await journey(page, await ready(page), "fr");
      await isClean(page);
      assert.deepEqual(page.asked.slice(1).filter((asked) => !asked.startsWith("data:")), []);
    });

    describe("what is written into a page does nothing:", () => {
      const PAGES = ["/", "/en/", "/embed.html#lang=fr", "/builder.html", "/en/builder.html", "/sheet.html", "/compare.html", "/en/compare.html", "/404.html", "/registration.html"];
      for (const path of PAGES) {
        test(path, async () => {
          const product = await serve();
          const stranger = await serve();
          const page = await watch(browser, product.address + path);
          const outcome = await page.evaluate(async (stranger) => {
            const tried = async (run) => { try { await run(); return "done"; } catch (error) { return error.name; } };
            const inTime = (run) => new Promise((resolve) => setTimeout(() => resolve(tried(run))));
            const element = (name, properties) => Object.assign(document.createElement(name), properties);
            document.body.append(element("script", { type: "text/plain" }));
            const picture = element("img", { src: `${stranger}/card.fr.png` });
            document.body.append(picture);
            await new Promise((resolve) => picture.addEventListener("error", resolve));
            const styled = element("p");
            styled.setAttribute("style", "position:fixed");
            document.body.append(styled);
            return {
              markup: await inTime(() => { document.body.firstElementChild.innerHTML = "<b>more</b>"; }),
              evaluation: await inTime(() => Function("return 1")()),
              script: await inTime(() => { element("script").src = `${stranger}/embed.js`; }),
              request: await inTime(() => fetch(`${stranger}/oembed.json`)),
              policy: await inTime(() => globalThis.trustedTypes?.createPolicy("another", {}) ?? assert.fail()),
              style: getComputedStyle(styled).position,
            };
          }, stranger.address);
          assert.deepEqual(outcome, { markup: "TypeError", evaluation: "EvalError", script: "TypeError", request: "TypeError", policy: "TypeError", style: "static" });
          assert.deepEqual(stranger.requests, []);
        });
      }
    });

    test("a hidden frame brings the worker, once; the page itself could bring none, and makes no trusted address", async () => {
      const product = await serve();
      const page = await watch(browser, `${product.address}/`);
      await page.waitForSelector("[data-when=ready]:not([hidden])");
      assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.ready).active.scriptURL), `${product.address}/sw.js`);
      const asked = () => page.asked.filter((asked) => asked.endsWith("/registration.html")).length;
      assert.deepEqual([asked(), await page.$("iframe")], [1, null]);
      for (const name of ["social-or-not-worker", "default"]) {
        const made = await page.evaluate((name) => { try { trustedTypes.createPolicy(name, { createScriptURL: (text) => text }); return "made"; } catch (error) { return error.name; } }, name);
        assert.equal(made, "TypeError", name);
      }
      assert.equal(await page.evaluate(() => navigator.serviceWorker.register("sw.js").then(() => "registered", (error) => error.name)), "TypeError");
      await page.goto(`${product.address}/en/`);
      await page.waitForSelector("[data-when=ready]:not([hidden])");
      assert.equal(asked(), 1, "nor is it asked for on other pages");
    });
  });
}
