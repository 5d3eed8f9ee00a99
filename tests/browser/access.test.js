// The quiz for everybody: no violation that axe knows, on any screen; focus, live regions, and narrow screens.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, ROOT, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";

const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const answersOf = (id) => PERSONAS.find((persona) => persona.id === id).answers;
const BAKERY = answersOf("bakery");
const PAGES = { fr: "/", en: "/en/" };

/** The answers of the bakery to some questions only. */
const only = (...questions) => Object.fromEntries(questions.map((question) => [question, BAKERY[question]]));

/** Results of every kind, with the verdict that each is there for; none: whichever it is. */
const RESULTS = [
  ["bakery", "go"],
  ["in_doubt", "prepare"],
  ["industrial_b2b", "no"],
  ["hotel_talked_about", "listen"],
  ["brand_broadcasting", "refocus"],
  ["dormant_account", "leave"],
];

/** There once it is reckoned how firm a result is: all of the result is. */
const FIRM = "[part=firm]:not([aria-busy]) figure";

/** Comes by a link, with answers of one's own. */
async function come(page, link, quiz, show) {
  await show(only("who", "presence"), "input[name=goals]");
  await page.goto("about:blank");
  await page.goto(link);
  await ready(page);
  await quiz.wait("[part=note]");
}

/** Every screen, and how one comes to it. */
const SCREENS = [
  ["a single choice", async ({ show }) => show({}, "input[name=who]")],
  ["a single choice that is missing", async ({ show, quiz }) => {
    await show(only("who"), "input[name=presence]");
    await quiz.host((element) => element.shadowRoot.querySelector("input[name=presence]").form.requestSubmit());
    await quiz.wait("[role=alert]");
  }],
  ["several choices", async ({ show }) => show(only("who", "presence"), "input[name=goals]")],
  ["one choice too many", async ({ show, quiz, choose }) => {
    await show({ ...only("who", "presence") }, "input[name=goals]");
    for (const value of ["visibility", "acquire", "retain", "sales"]) await choose("goals", value);
    await quiz.wait("[role=alert]");
  }],
  ["a number", async ({ show }) => show(only("who", "presence", "goals", "strategy", "audience", "value"), "input[name=hours]")],
  ["a number that is none", async ({ show, quiz, type, next }) => {
    await show(only("who", "presence", "goals", "strategy", "audience", "value"), "input[name=hours]");
    await type("hours", "abc");
    await next();
    await quiz.wait("[role=alert]");
  }],
  ["a question declined", async ({ show, quiz, press }) => {
    await show({ who: null }, "input[name=presence]");
    await press("question.back");
    await quiz.wait("input[name=who]");
  }],
  ["the list of answers", async ({ show, quiz, press }) => {
    await show({ ...BAKERY, talk: null }, "[part=verdict]");
    await press("result.review");
    await quiz.wait("[part=answers]");
  }],
  ["starting over", async ({ show, quiz, press }) => {
    await show(BAKERY, "[part=verdict]");
    await press("restart.name");
    await quiz.gone("[part=verdict]");
  }],
  ["a provisional result, still wide open", async ({ show, quiz }) => {
    await show({ ...only("who", "presence", "goals", "hours"), strategy: null, audience: null, value: null, runner: null, constancy: null }, FIRM);
    assert.equal(await quiz.host((element) => element.shadowRoot.querySelectorAll("[part=note]").length), 2);
  }],
  ["a result that is tried", async ({ show, quiz }) => {
    await show(answersOf("in_doubt"), FIRM);
    await (await quiz.find("[part=flips] button")).click();
    await quiz.wait("[part=note]");
    await quiz.wait(FIRM);
  }],
  ["a result by one's own weights", async ({ show, quiz }) => {
    await show(BAKERY, FIRM);
    await (await quiz.find("[part=themes] button")).click();
    await quiz.wait("[part=note]");
    await quiz.wait(FIRM);
  }],
  ["a link beside one's own answers", async ({ page, quiz, show }) => {
    await show(answersOf("industrial_b2b"), "[part=share]");
    await come(page, await quiz.host((element) => element.link), quiz, show);
  }],
  ["a shared result", async ({ page, quiz, show }) => {
    await show(answersOf("industrial_b2b"), "[part=share]");
    await come(page, await quiz.host((element) => element.link), quiz, show);
    await (await quiz.find("[part=note] button")).click();
    await quiz.wait(FIRM);
  }],
  ["a damaged link", async ({ page, quiz, show }) => come(page, `${page.url().split("#")[0]}#r=nonsense`, quiz, show)],
  ["answers that cannot be read", async ({ page, quiz }) => {
    await page.evaluate(() => localStorage.setItem("social-or-not", "{"));
    await page.reload();
    await quiz.wait("[part=note]");
  }],
  ["answers that are not kept", async ({ page, quiz, show }) => {
    await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
    await show(only("who", "presence"), "input[name=goals]");
    await quiz.wait(".son-keeping:not(:empty)");
  }],
  ["a file that holds no answers", async ({ quiz, show }) => {
    await show(BAKERY, "[part=verdict]");
    await quiz.host((element) => element.open("none"));
    await quiz.wait("[part=note] .son-note__title");
  }],
  ...RESULTS.map(([id, verdict]) => [`the result of ${id}`, async ({ show, quiz }) => {
    await show(answersOf(id), FIRM);
    assert.equal((await quiz.report()).verdict, verdict);
    // What is folded is looked at too.
    await quiz.host((element) => element.shadowRoot.querySelectorAll("details").forEach((details) => { details.open = true; }));
  }]),
];

/** Runs in the page: the words that are seen, and go on in another line. */
function brokenWords({ shadowRoot }) {
  const broken = [];
  const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(`“${word}” of ${text.parentElement.outerHTML.slice(0, 120)}`);
    }
  }
  return broken;
}

describe("access", async () => {
  const [program] = BROWSERS;
  const server = await serve();
  const browser = await launch(program);

  /** A reader who can be brought to any screen. */
  async function arrive(lang, { width = 390, theme = "light" } = {}) {
    const page = await open(browser, server.address + PAGES[lang], { width });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    const quiz = await ready(page);
    /** Replaces the answers, by way of a fresh start, so that each screen is drawn anew. */
    async function show(answers, selector) {
      await quiz.host((element) => element.restart());
      await quiz.wait("input[name=who]");
      await quiz.host((element, answers) => { element.answers = answers; }, answers);
      await quiz.wait(selector);
    }
    return { page, quiz, show, ...reader(page, quiz, { lang }) };
  }

  for (const lang of Object.keys(PAGES)) {
    for (const theme of ["light", "dark"]) {
      describe(`nothing stands in anybody's way, in ${lang}, ${theme}:`, async () => {
        for (const [screen, bring] of SCREENS) {
          test(screen, async () => {
            const at = await arrive(lang, { theme });
            await bring(at);
            assert.deepEqual(at.page.faults, []);
            // What fades in is looked at once it is there.
            await at.page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.getAnimations().length === 0);
            // Not as a script of the page: its policy would refuse it, and refuses the style that axe tries.
            await at.page.evaluate(AXE);
            const violations = await at.page.evaluate(async () => {
              const { violations } = await axe.run(document, { resultTypes: ["violations"] });
              return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).join("; ")}`);
            });
            assert.deepEqual(violations, []);
          });
        }
      });
    }

    for (const width of [320, 360]) test(`nothing scrolls sideways at ${width} px, and no word is broken, in ${lang}`, async () => {
      const at = await arrive(lang, { width });
      const wide = [];
      for (const [screen, bring] of SCREENS) {
        await bring(at);
        const needed = await at.page.evaluate(() => document.scrollingElement.scrollWidth);
        const beyond = await at.quiz.host((element) => [...element.shadowRoot.querySelectorAll("*")]
          .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1 && node.closest("svg") === null)
          .map((node) => node.outerHTML.slice(0, 120)));
        const broken = await at.quiz.host(brokenWords);
        if (needed > width || beyond.length || broken.length) wide.push([screen, needed, ...beyond.slice(0, 3), ...broken]);
      }
      assert.deepEqual(wide, []);
    });
  }

  test("the focus is left alone on load, and follows the reader to each new heading", async () => {
    const { page, quiz, answer, press, focused } = await arrive("fr");
    const heading = async () => {
      const { tag, text } = await focused();
      assert.match(tag, /^h[2-6]$/);
      return text.trim();
    };
    assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
    for (const question of ["who", "presence", "goals"]) {
      await answer(question, BAKERY[question]);
      assert.equal(await heading(), await quiz.text("legend"));
    }
    await press("question.back");
    await quiz.wait("input[name=goals]");
    assert.equal(await heading(), await quiz.text("legend"));
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "body");
    for (const question of ["goals", "strategy", "audience", "value", "hours", "runner", "constancy"]) await answer(question, null);
    assert.equal(await heading(), await quiz.text("[part=verdict] h3"));
  });

  test("what changes without the focus is said", async () => {
    const { quiz, show, answer, choose, type } = await arrive("en");
    const said = () => quiz.host((element) => [...element.shadowRoot.querySelectorAll("[role=status]")].map((node) => node.textContent.trim()).filter(Boolean).join(" "));
    assert.match(await said(), /1/);
    await answer("who", "shop");
    assert.match(await said(), /2/);
    await show(only("who", "presence"), "input[name=goals]");
    const none = await said();
    await choose("goals", "visibility");
    await quiz.wait("input:checked");
    const one = await said();
    assert.notEqual(one, none);
    await choose("goals", "retain");
    await quiz.wait("input[value=retain]:checked");
    assert.notEqual(await said(), one);
    await show(only("who", "presence", "goals", "strategy", "audience", "value"), "input[name=hours]");
    const unset = await said();
    await type("hours", "4");
    assert.notEqual(await said(), unset);
  });

  test("no two nodes of a result share an id", async () => {
    const { quiz, show } = await arrive("fr");
    for (const [id] of RESULTS) {
      await show(answersOf(id), "[part=verdict]");
      const ids = await quiz.host((element) => [...element.shadowRoot.querySelectorAll("[id]")].map(({ id }) => id));
      assert.equal(new Set(ids).size, ids.length, id);
    }
  });
});
