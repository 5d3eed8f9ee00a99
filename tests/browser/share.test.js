// A result handed on: its address, what opens it, what asks first, and what says that it cannot.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, ROOT, events, happened, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { plain, words } from "./words.js";

const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const answersOf = (id) => PERSONAS.find((persona) => persona.id === id).answers;
const BAKERY = answersOf("bakery");
const B2B = answersOf("industrial_b2b");
const PAGES = { fr: "/", en: "/en/" };

/** Waits until the page's address is this, after the path. */
const fragment = (page, expected) => page.waitForFunction((expected) => location.hash === expected, {}, expected);
const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("social-or-not"))?.answers ?? null);

for (const program of BROWSERS) {
  describe(`share in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);

    /** A reader on a page of ours, by an address or a link. */
    async function arrive(address, { lang = "fr", ...options } = {}) {
      const page = await open(browser, address, options);
      const quiz = await ready(page);
      return { page, quiz, says: words(lang, "record"), ...reader(page, quiz, { lang }) };
    }

    /** The link to somebody's result, and the report that it was made from. */
    async function linkOf(answers, { lang = "fr", weigh = false } = {}) {
      const at = await arrive(server.address + PAGES[lang], { lang });
      await at.quiz.host((element, answers) => { element.answers = answers; }, answers);
      await at.quiz.wait("[part=share]");
      if (weigh) await (await at.quiz.find("[part=themes] button")).click();
      const link = await at.quiz.host((element) => element.shadowRoot.querySelector("[part=share] input").value);
      assert.equal(await at.quiz.host((element) => element.link), link);
      return { link, report: await at.quiz.report(), said: await at.quiz.text("[part=verdict] h3") };
    }

    for (const lang of Object.keys(PAGES)) {
      test(`a link opens the same verdict and the same report, weights included, in ${lang}`, async () => {
        const { link, report, said } = await linkOf(BAKERY, { lang, weigh: true });
        assert.ok(link.startsWith(`${server.address}${PAGES[lang]}#r=`), link);
        assert.ok(link.split("#")[1].length < 120, link);
        const { page, quiz, says } = await arrive(link, { lang });
        await quiz.wait("[part=verdict]");
        assert.equal(await quiz.text("[part=verdict] h3"), said);
        assert.deepEqual(await quiz.report(), report);
        assert.ok((await quiz.text("[part=note]")).includes(says["arrival.from_link"].slice(0, 12)));
        assert.equal(await kept(page), null, "nothing is kept before the reader does something");
        assert.deepEqual(await events(page, "verdict"), [], "what is opened is no news");
        assert.deepEqual(page.faults, []);
      });
    }

    test("who has answers of their own is asked, and keeps them if they say so", async () => {
      const { link } = await linkOf(B2B);
      const { page, quiz, press, says } = await arrive(`${server.address}/`);
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      await quiz.wait("[part=verdict]");
      const own = await kept(page);
      // Pasted into the address bar: only the fragment changes.
      await page.evaluate((link) => {
        globalThis.before = true;
        location.href = link;
      }, link);
      await page.waitForFunction(() => !globalThis.before);
      await happened(page, "ready");
      await quiz.wait("[part=note]");
      assert.equal(await quiz.find("[part=verdict]"), null, "nothing is shown before the answer");
      await press(says["arrival.keep"]);
      await quiz.wait("[part=verdict]");
      await fragment(page, "");
      assert.deepEqual(await kept(page), own);
      assert.deepEqual(await quiz.host((element) => element.answers), BAKERY);
    });

    test("a shared result is looked at without losing one's own, until one takes it", async () => {
      const { link, said } = await linkOf(B2B);
      const { page, quiz, press, says } = await arrive(`${server.address}/`);
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      await quiz.wait("[part=verdict]");
      const own = await kept(page);
      const mine = await quiz.text("[part=verdict] h3");
      const again = async () => {
        await page.goto("about:blank");
        await page.goto(link);
        await happened(page, "ready");
        await press(says["arrival.look"]);
        await quiz.wait("[part=verdict]");
        assert.equal(await quiz.text("[part=verdict] h3"), said);
        assert.deepEqual(await kept(page), own, "looking keeps nothing");
      };
      await again();
      assert.deepEqual(await quiz.host((element) => element.answers), BAKERY, "a host is told the reader's own");
      await press(says["arrival.back"]);
      await fragment(page, "");
      assert.equal(await quiz.text("[part=verdict] h3"), mine);
      await again();
      await press(says["arrival.adopt"]);
      await fragment(page, "");
      await page.waitForFunction((b2b) => JSON.stringify(JSON.parse(localStorage.getItem("social-or-not")).answers) === b2b, {}, JSON.stringify(await quiz.host((element) => element.answers)));
      assert.deepEqual(await quiz.host((element) => element.answers), B2B);
      assert.deepEqual(page.faults, []);
    });

    test("a result leads to the comparison, and somebody else's to a comparison with one's own", async () => {
      const { link } = await linkOf(B2B);
      const { page, quiz, press, says } = await arrive(`${server.address}/`);
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      await quiz.wait("[part=share] a");
      const own = await quiz.host((element) => element.link.split("#")[1]);
      const leads = (selector) => quiz.host((element, selector) => element.shadowRoot.querySelector(`${selector} a[href*="compare.html"]`).href, selector);
      assert.equal(await leads("[part=share]"), `${server.address}/compare.html#${own}`);
      await page.goto("about:blank");
      await page.goto(link);
      await happened(page, "ready");
      await press(says["arrival.look"]);
      await quiz.wait("[part=note] a");
      const comparison = await leads("[part=note]");
      assert.equal(comparison, `${server.address}/compare.html#${own}&${link.split("#")[1]}`);
      await page.goto(comparison);
      await page.waitForSelector("#comparison[data-ready]");
      assert.equal(await page.evaluate(() => document.querySelector("#comparison").shadowRoot.querySelectorAll(".son-side__remove button").length), 2);
      assert.deepEqual(page.faults, []);
    });

    test("with another answer it is another result, and does not come from the link any more", async () => {
      const { link } = await linkOf(BAKERY);
      const { quiz } = await arrive(link);
      await quiz.wait("[part=note]");
      await (await quiz.find("[part=themes] button")).click();
      await quiz.wait("[part=themes] button[aria-pressed=true]:first-child");
      assert.ok(!(await quiz.host((element) => element.shadowRoot.textContent)).includes(words("fr", "record")["arrival.from_link"].slice(0, 12)));
    });

    test("erased, somebody's result is gone from the page and its address, and nothing is kept", async () => {
      const { link } = await linkOf(B2B);
      const { page, quiz, press, walk, says } = await arrive(link);
      await quiz.wait("[part=verdict]");
      await press("erase.name");
      await press("erase.yes");
      await quiz.wait("input[name=who]");
      await fragment(page, "");
      assert.equal(await page.evaluate(() => localStorage.getItem("social-or-not")), null);
      await walk(BAKERY);
      await quiz.wait("[part=verdict]");
      assert.ok(!(await quiz.host((element) => element.shadowRoot.textContent)).includes(says["arrival.from_link"].slice(0, 12)));
    });

    test("one's own link asks nothing", async () => {
      const { page, quiz } = await arrive(`${server.address}/`);
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      const link = await (await quiz.wait("[part=share] input")).evaluate((input) => input.value);
      await page.goto("about:blank");
      await page.goto(link);
      await ready(page);
      await quiz.wait("[part=verdict]");
    });

    test("a damaged link says so, and leads to the first question or to one's own answers", async () => {
      const { link } = await linkOf(BAKERY);
      const damaged = link.replace(/.(...)$/, (end, rest) => (end[0] === "A" ? "B" : "A") + rest);
      assert.notEqual(damaged, link);
      for (const address of [damaged, link.slice(0, -1), `${server.address}/#r=nonsense`, `${server.address}/#r=%00`]) {
        const { page, quiz, press, says } = await arrive(address);
        assert.ok((await quiz.text("[part=note]")).includes(says["arrival.link_damaged"]), address);
        await press(says["arrival.start"]);
        await quiz.wait("input[name=who]");
        await fragment(page, "");
        await quiz.host((element, answers) => { element.answers = answers; }, B2B);
        await quiz.wait("[part=verdict]");
        await page.goto("about:blank");
        await page.goto(address);
        await ready(page);
        await press(says["arrival.go_on"]);
        await quiz.wait("[part=verdict]");
        assert.deepEqual(await quiz.host((element) => element.answers), B2B);
        assert.deepEqual(page.faults, []);
      }
    });

    test("a host's own fragment opens nothing", async () => {
      const { link } = await linkOf(BAKERY);
      server.host("/post", `<script type="module" src="/social-or-not.js"></script><social-or-not lang="fr"></social-or-not>`);
      const { quiz } = await arrive(`${server.address}/post#${link.split("#")[1]}`);
      assert.equal(await quiz.question(), "who");
    });

    test("in a host's page the link leads to the quiz's own page", async () => {
      server.host("/post", `<script type="module" src="/social-or-not.js"></script><social-or-not lang="en"></social-or-not>`);
      const { quiz } = await arrive(`${server.address}/post`, { lang: "en" });
      assert.equal(await quiz.host((element) => element.link), null, "there is nothing to hand on yet");
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      const field = await quiz.wait("[part=share] input");
      assert.match(await field.evaluate((input) => input.value), /\/en\/#r=/);
    });

    test("copying is confirmed in a live region", async () => {
      const { page, quiz, press, says } = await arrive(`${server.address}/`);
      await page.evaluate(() => {
        globalThis.copied = [];
        navigator.clipboard.writeText = async (text) => { globalThis.copied.push(text); };
      });
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      const link = await (await quiz.wait("[part=share] input")).evaluate((input) => input.value);
      assert.equal(await quiz.text("[part=share] [role=status]"), "");
      await press(says["share.copy"]);
      await page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.querySelector("[part=share] [role=status]").textContent !== "");
      assert.ok((await quiz.text("[part=share] [role=status]")).startsWith(says["share.copied"]));
      assert.deepEqual(await page.evaluate(() => globalThis.copied), [link]);
    });

    test("what is copied twice is confirmed twice", async () => {
      const { page, quiz, press, says } = await arrive(`${server.address}/`);
      await page.evaluate(() => { navigator.clipboard.writeText = async () => {}; });
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      await quiz.wait("[part=share] input");
      await quiz.host((element) => {
        globalThis.heard = [];
        const status = element.shadowRoot.querySelector("[part=share] [role=status]");
        new MutationObserver(() => globalThis.heard.push(status.textContent)).observe(status, { characterData: true, childList: true, subtree: true });
      });
      for (const times of [1, 2]) {
        await press(says["share.copy"]);
        await page.waitForFunction((times) => globalThis.heard.filter((text) => text !== "").length === times, {}, times);
      }
    });

    const SHARING = [
      ["hands the address to another program", async () => {}, "", false],
      ["says nothing where the reader thinks better of it", async () => { throw new DOMException("", "AbortError"); }, "", false],
      ["copies the address where the browser refuses", async () => { throw new DOMException("", "NotAllowedError"); }, "share.copied", true],
    ];
    for (const [what, share, says, copies] of SHARING) {
      test(`sharing ${what}`, async () => {
        const prepare = `
          globalThis.calls = [];
          const share = ${share};
          Object.defineProperty(Navigator.prototype, "share", { configurable: true, value: (what) => { globalThis.calls.push(what.url); return share(); } });
          navigator.clipboard.writeText = async (text) => { globalThis.calls.push(text); };
        `;
        const at = await arrive(`${server.address}/`, { prepare });
        await at.quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
        const link = await (await at.quiz.wait("[part=share] input")).evaluate((input) => input.value);
        await at.press(at.says["share.send"]);
        await at.page.waitForFunction((calls) => globalThis.calls.length === calls, {}, copies ? 2 : 1);
        assert.deepEqual([...new Set(await at.page.evaluate(() => globalThis.calls))], [link]);
        const status = () => at.quiz.text("[part=share] [role=status]");
        if (says) await at.page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.querySelector("[part=share] [role=status]").textContent !== "");
        assert.equal(plain(await status()), plain(at.says[says] ?? ""));
        assert.deepEqual(at.page.faults, []);
      });
    }

    test("where nothing can be copied the address is selected, and the reader told", async () => {
      const { page, quiz, press, says } = await arrive(`${server.address}/`);
      await page.evaluate(() => {
        navigator.clipboard.writeText = async () => { throw new Error("refused"); };
        document.execCommand = () => false;
      });
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      await quiz.wait("[part=share] input");
      await press(says["share.copy"]);
      await page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.querySelector("[part=share] [role=status]").textContent !== "");
      const selected = await quiz.host((element) => {
        const field = element.shadowRoot.activeElement;
        return field.value.slice(field.selectionStart, field.selectionEnd);
      });
      assert.match(selected, /#r=.{10}/);
    });
  });
}
