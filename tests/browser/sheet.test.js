// The score sheet: a page without script, to be read, filled in and printed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, ROOT, launch, open, serve } from "./harness.js";
import { pageTexts, plain } from "./words.js";

const AXE = join(ROOT, "node_modules/axe-core/axe.min.js");
const PAGES = { fr: "/", en: "/en/" };

for (const program of BROWSERS) {
  describe(`the score sheet in ${program.name}`, async () => {
    const [browser, product] = [await launch(program), await serve()];
    // Firefox knows it as a preference of the whole browser only.
    const silent = program.name === "firefox" ? await launch(program, { preferences: { "javascript.enabled": false } }) : browser;

    /** A page on which no script runs. */
    const unscripted = async (path, width = 320) => {
      const context = await silent.createBrowserContext();
      const page = await context.newPage();
      if (silent === browser) await page.setJavaScriptEnabled(false);
      await page.setViewport({ width, height: 800 });
      await page.goto(`${product.address}${path}`);
      return page;
    };

    /** Presses something. Where no script runs, a driver that waits for the page's own observers waits for ever. */
    const press = (page, selector) => page.evaluate((selector) => document.querySelector(selector).click(), selector);
    const follow = (page, selector) => Promise.all([page.waitForNavigation(), press(page, selector)]);

    for (const [lang, path] of Object.entries(PAGES)) {
      test(`without script the page leads to it (${lang})`, async () => {
        const page = await unscripted(path);
        const links = await page.evaluate(() =>
          [...document.querySelectorAll("a[href='sheet.html']")].map((link) => [Boolean(link.closest("noscript")), link.textContent.trim()]));
        const texts = pageTexts(lang);
        assert.deepEqual(links.map(([inside, text]) => [inside, plain(text)]), [[true, plain(texts.sheet_note)], [false, plain(texts.sheet_foot)]]);
        for (const place of ["noscript", ".page-foot"]) {
          await page.goto(`${product.address}${path}`);
          await follow(page, `${place} a[href='sheet.html']`);
          assert.equal(new URL(page.url()).pathname, `${path}sheet.html`);
        }
        await follow(page, ".page-head a[hreflang]");
        assert.equal(new URL(page.url()).pathname, `${PAGES[lang === "fr" ? "en" : "fr"]}sheet.html`);
        await follow(page, ".page-head a[href='./']");
        assert.equal(new URL(page.url()).pathname, PAGES[lang === "fr" ? "en" : "fr"]);
      });

      test(`without script it shows everything, and nothing scrolls sideways (${lang})`, async () => {
        for (const width of [320, 390, 1280]) {
          const page = await unscripted(`${path}sheet.html`, width);
          const found = await page.evaluate(() => ({
            lang: document.documentElement.lang,
            scripts: document.scripts.length,
            questions: document.querySelectorAll("fieldset").length,
            arguments: document.querySelectorAll(".sheet-ledger tbody").length,
            gates: document.querySelectorAll(".sheet-gate").length,
            verdicts: document.querySelectorAll(".sheet-verdict").length,
            sources: document.querySelectorAll(".sheet-sources dt").length,
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            hidden: [...document.querySelectorAll("td, th, label, li")].filter((node) => node.getBoundingClientRect().height === 0).length,
            outside: [...document.querySelectorAll("table, input, p, li")].filter((node) => {
              const { left, right } = node.getBoundingClientRect();
              return left < 0 || right > innerWidth;
            }).map((node) => node.outerHTML.slice(0, 80)),
          }));
          // Accounts move no points: they are not asked.
          assert.deepEqual(found, { lang, scripts: 0, questions: 21, arguments: 24, gates: 3, verdicts: 2, sources: 5, sideways: 0, hidden: 0, outside: [] });
        }
      });

      test(`axe finds nothing, in either theme (${lang})`, async () => {
        const page = await open(browser, `${product.address}${path}sheet.html`, { width: 320 });
        // Through the browser, since the page itself takes no script.
        await page.evaluate(readFileSync(AXE, "utf8"));
        for (const theme of program.name === "chrome" ? ["light", "dark"] : ["light"]) {
          if (program.name === "chrome") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
          const found = await page.evaluate(async () => (await globalThis.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`));
          assert.deepEqual(found, []);
        }
        assert.deepEqual(page.faults, []);
      });
    }

    test("what was filled in can be erased without script", async () => {
      const page = await unscripted("/sheet.html");
      await press(page, "input[name=who]");
      await page.evaluate(() => document.querySelector(".sheet-number").focus());
      await page.keyboard.type("4");
      const filled = () => page.evaluate(() => [document.querySelectorAll(":checked").length, document.querySelector(".sheet-number").value]);
      assert.deepEqual(await filled(), [1, "4"]);
      await press(page, "button[type=reset]");
      assert.deepEqual(await filled(), [0, ""]);
    });

    test("once the page needs no connection, neither does the sheet", async () => {
      const own = await serve();
      const page = await open(browser, `${own.address}/`);
      await page.waitForSelector("[data-when=ready]:not([hidden])");
      own.stop();
      for (const path of Object.values(PAGES)) {
        await page.goto(`${own.address}${path}sheet.html`);
        const styled = await page.evaluate(() => [document.querySelectorAll("fieldset").length, getComputedStyle(document.querySelector("table")).borderCollapse]);
        assert.deepEqual(styled, [21, "collapse"]);
      }
    });

    if (program.name === "chrome") {
      test("on paper it takes six pages, A4 or Letter", async () => {
        for (const path of Object.values(PAGES)) {
          const page = await unscripted(`${path}sheet.html`);
          for (const format of ["A4", "Letter"]) {
            const pdf = Buffer.from(await page.pdf({ format })).toString("latin1");
            assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 6, `${path} ${format}`);
          }
        }
      });
    }
  });
}
