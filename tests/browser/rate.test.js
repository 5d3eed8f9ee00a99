// What an hour of the reader's is worth: typed beside the plan's cost, reckoned at once, kept on the device, and in no address.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, ROOT, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { plain, words } from "./words.js";

const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const BAKERY = PERSONAS.find(({ id }) => id === "bakery").answers;
const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const PAGES = { fr: "/", en: "/en/" };
/** The hours a year, the budget a year. */
const [HOURS, BUDGET] = [208, 600];

for (const program of BROWSERS) {
  describe(`the hour's rate in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);

    async function result(lang, options) {
      const page = await open(browser, server.address + PAGES[lang], options);
      const quiz = await ready(page);
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      await quiz.wait("[part=plan]");
      const field = () => quiz.find("[part=plan] [part=number] input");
      /** Writes in place of what is there, and leaves the field if told to. */
      const write = async (text, leaves = true) => {
        const input = await field();
        await input.focus();
        await input.evaluate((input) => input.select());
        if (text) await page.keyboard.type(text);
        else await page.keyboard.press("Backspace");
        if (leaves) await page.keyboard.press("Tab");
      };
      /** Waits until the costs say this, typography apart. */
      const costs = async (text) => page.waitForFunction((host, text) => {
        const list = [...host.shadowRoot.querySelectorAll("[part=plan] ul[aria-live] > li")].map((row) => row.textContent).join(" ");
        return list.replaceAll("’", "'").replaceAll(/[\u00a0\u202f\u2060\s]+/g, " ").includes(text);
      }, {}, await quiz.self(), text);
      const cost = async () => (await quiz.report()).plan.cost;
      return { page, quiz, field, write, costs, cost, says: words(lang, "record") };
    }

    for (const lang of Object.keys(PAGES)) {
      test(`a rate that is typed changes the sum at once, and outlives a reload, in ${lang}`, async () => {
        const { page, quiz, field, write, costs, cost, says } = await result(lang);
        assert.equal(await (await field()).evaluate((input) => input.value), "", "nothing is preset");
        assert.deepEqual(await cost().then(({ rate, wages, year }) => [rate, wages, year]), [null, null, BUDGET]);
        const before = await quiz.host((element) => element.link);

        // Before the field is left.
        await write(lang === "fr" ? "32,5" : "32.5", false);
        const wages = HOURS * 32.5;
        const number = (value) => value.toLocaleString(lang).replaceAll(/\s/g, " ");
        await costs(plain(says["line.total"].replace("{euros}", number(wages + BUDGET))));
        await costs(plain(says["line.hours_year"].replace("{hours}", HOURS).replace("{rate}", lang === "fr" ? "32,5" : "32.5").replace("{euros}", number(wages))));
        assert.deepEqual(await cost().then(({ rate, wages, year }) => [rate, wages, year]), [32.5, wages, wages + BUDGET]);
        assert.equal(await quiz.host((element) => element.link), before, "no address holds it");
        assert.ok(await quiz.host((element) => element.shadowRoot.querySelector("[part=firm]").getAttribute("aria-busy") === null), "it has nothing to do with how firm the result is");

        await page.reload();
        const again = await ready(page);
        const restored = await again.wait("[part=plan] [part=number] input");
        assert.equal(await restored.evaluate((input) => input.value), lang === "fr" ? "32,5" : "32.5");
        assert.equal((await again.report()).plan.cost.rate, 32.5);
        assert.deepEqual(page.faults, []);
      });

      test(`what is no rate says why and leaves the last one, in ${lang}`, async () => {
        const { page, quiz, field, write, costs, cost, says } = await result(lang);
        await write("20");
        const total = plain(says["line.total"].replace("{euros}", (HOURS * 20 + BUDGET).toLocaleString(lang).replaceAll(/\s/g, " ")));
        await costs(total);
        for (const wrong of ["a lot", "-5", "20000", "1,234"]) {
          await write(wrong);
          const note = await quiz.wait("[part=plan] [role=alert]");
          const told = plain(await note.evaluate((note) => note.textContent));
          assert.ok(told.includes(wrong) && told.includes(plain(says["rate.kept"].replace("{rate}", "20"))), told);
          const input = await field();
          assert.deepEqual(await input.evaluate((input) => [input.value, input.getAttribute("aria-invalid")]), [wrong, "true"]);
          assert.equal(await input.evaluate((input) => input.getRootNode().getElementById(input.getAttribute("aria-describedby")).getAttribute("role")), "alert");
          await costs(total);
          assert.equal((await cost()).rate, 20);
        }
        await page.evaluate(AXE);
        const found = await page.evaluate(async () => (await globalThis.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`));
        assert.deepEqual(found, []);
        // Mended, and taken back.
        await write("25 €");
        await quiz.gone("[part=plan] [role=alert]");
        assert.equal((await cost()).rate, 25);
        await write("");
        await costs(plain(says["line.hours_unrated"].replace("{hours}", HOURS)));
        assert.equal((await cost()).rate, null);
      });
    }

    test("a shared result is reckoned by the reader's own rate", async () => {
      const other = await result("en");
      await other.write("90");
      const link = await other.quiz.host((element) => element.link);
      const { page, quiz, write } = await result("en");
      // Answers of their own, so that they are asked first.
      await quiz.host((element, answers) => { element.answers = answers; }, { ...BAKERY, hours: 6 });
      await write("15");
      await page.goto("about:blank");
      await page.goto(link);
      const shared = await ready(page);
      await reader(page, shared, { lang: "en" }).press(plain(words("en", "record")["arrival.look"]));
      const field = await shared.wait("[part=plan] [part=number] input");
      assert.equal(await field.evaluate((input) => input.value), "15");
      // Another reader, who has said nothing.
      const fresh = await open(browser, link);
      const none = await (await ready(fresh)).wait("[part=plan] [part=number] input");
      assert.equal(await none.evaluate((input) => input.value), "");
    });

    test("erasing erases it with the rest", async () => {
      const { page, quiz, write } = await result("en");
      await write("15");
      await page.waitForFunction(() => localStorage.getItem("social-or-not").includes('"rate":15'));
      const { press } = reader(page, quiz, { lang: "en" });
      await press("erase.name");
      await quiz.wait("[part=note]");
      await press("erase.yes");
      await quiz.wait("input[name=who]");
      assert.equal(await page.evaluate(() => localStorage.getItem("social-or-not")), null);
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      const field = await quiz.wait("[part=plan] [part=number] input");
      assert.equal(await field.evaluate((input) => input.value), "");
    });

    test("nothing of it scrolls sideways on the smallest screens", async () => {
      for (const lang of Object.keys(PAGES)) {
        const { page, write, quiz } = await result(lang, { width: 320 });
        await write("abc");
        await quiz.wait("[part=plan] [role=alert]");
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      }
    });
  });
}
