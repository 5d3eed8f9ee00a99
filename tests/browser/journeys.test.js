// Whole journeys, from the first tap to the verdict and back, as readers make them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, ROOT, element, events, happened, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { plain } from "./words.js";

const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const BAKERY = PERSONAS.find(({ id }) => id === "bakery").answers;

/** What everybody is asked, in order; `results` only of those who are present already. */
const CORE = ["who", "presence", "goals", "strategy", "audience", "value", "hours", "runner", "constancy"];
const BAKERY_CORE = Object.fromEntries(CORE.map((question) => [question, BAKERY[question]]));
const PAGES = { fr: "/", en: "/en/" };

for (const program of BROWSERS) {
  describe(`journeys in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);
    const isChrome = program.name === "chrome";

    /** A reader at the first question. */
    async function arrive({ lang = "fr", way = "mouse", prepare } = {}) {
      const page = await open(browser, server.address + PAGES[lang], { touch: way === "touch", prepare });
      const quiz = await ready(page);
      return { page, quiz, ...reader(page, quiz, { lang, way }) };
    }

    /** A reader who has given these answers already: at the next question, or at the result. */
    async function arriveWith(answers, options) {
      const at = await arrive(options);
      await at.quiz.host((element, answers) => { element.answers = answers; }, answers);
      await at.quiz.leaves("who");
      return at;
    }

    /** The answers up to a question. */
    const before = (question) => Object.fromEntries(CORE.slice(0, CORE.indexOf(question)).map((id) => [id, BAKERY[id]]));
    const answersOf = (quiz) => quiz.host((element) => element.answers);
    const result = (quiz) => quiz.wait("[part=verdict]");

    for (const lang of ["fr", "en"]) {
      for (const way of ["touch", "mouse", "keyboard"]) {
        // Puppeteer emulates touch in Chromium only; there each way is walked in each language, elsewhere once.
        if (!isChrome && (way === "touch" || (way === "mouse") !== (lang === "fr"))) continue;
        test(`from the first question to the verdict, in ${lang}, by ${way}`, async () => {
          const { page, quiz, walk } = await arrive({ lang, way });
          assert.deepEqual(await walk(BAKERY), CORE);
          await result(quiz);
          await happened(page, "verdict");
          assert.deepEqual(await answersOf(quiz), BAKERY_CORE);
          const report = await quiz.report();
          assert.deepEqual(await events(page), [
            { name: "ready" },
            { name: "start" },
            ...CORE.map((question) => ({ name: "answer", question })),
            { name: "verdict", verdict: report.verdict, first: true },
          ]);
          assert.ok(PERSONAS[0].verdict.includes(report.verdict), report.verdict);
          assert.deepEqual(page.faults, []);
        });
      }
    }

    test("every question can be declined, and a result comes all the same", async () => {
      const { page, quiz, walk } = await arrive({ lang: "en" });
      const asked = await walk({});
      await result(quiz);
      assert.deepEqual(await answersOf(quiz), Object.fromEntries(asked.map((question) => [question, null])));
      assert.deepEqual(page.faults, []);
    });

    test("going back shows the answer given, and loses none", async () => {
      const { quiz, answer, press, texts } = await arrive();
      await answer("who", "association");
      await answer("presence", null);
      await press("question.back");
      await quiz.leaves("goals");
      assert.equal(await quiz.question(), "presence");
      assert.ok(plain(await quiz.text("form")).includes(texts["question.said_unknown"]));
      await press("question.back");
      await quiz.leaves("presence");
      assert.equal(await quiz.host((element) => element.shadowRoot.querySelector("input:checked").value), "association");
      assert.deepEqual(await answersOf(quiz), { who: "association", presence: null });
    });

    test("a reload in the middle keeps the answers and the place, and goes on to the verdict", async () => {
      const { page, quiz, answer, walk } = await arrive();
      for (const question of CORE.slice(0, 3)) await answer(question, BAKERY[question]);
      await page.waitForFunction(() => JSON.parse(localStorage.getItem("social-or-not")).at === "strategy");
      await page.reload();
      await ready(page);
      assert.equal(await quiz.question(), "strategy");
      assert.deepEqual(await walk(BAKERY), CORE.slice(3));
      assert.deepEqual(await answersOf(quiz), BAKERY_CORE);
      await result(quiz);
      await page.reload();
      await ready(page);
      await result(quiz);
    });

    if (!isChrome) return;

    test("who comes back on another day is asked once whether to go on", async () => {
      const { page, quiz, press } = await arriveWith(before("value"));
      await page.evaluate(() => localStorage.setItem("social-or-not", JSON.stringify({ ...JSON.parse(localStorage.getItem("social-or-not")), made: "2020-02-03" })));
      await page.reload();
      await ready(page);
      assert.equal(await quiz.question(), null);
      await press("resume.go_on");
      await quiz.wait("input[name=value]");
      assert.deepEqual(await answersOf(quiz), before("value"));
    });

    test("an answer changed from the result leads back to it, and moves it", async () => {
      const { page, quiz, press, choose, name } = await arriveWith(BAKERY);
      await result(quiz);
      const heading = () => quiz.text("[part=verdict] [tabindex]");
      const was = await heading();
      // An answer quoted under an argument.
      const quoted = await quiz.host((element) => element.shadowRoot.querySelector("[part=entry] button").textContent);
      await press(quoted);
      await quiz.wait("form input:checked");
      await press("question.back_to_verdict");
      await result(quiz);
      assert.deepEqual(await answersOf(quiz), BAKERY);
      await quiz.host((element) => { element.answers = { ...element.answers, strategy: null }; });
      await result(quiz);
      await press(name("strategy"));
      await quiz.wait("input[name=strategy]");
      await choose("strategy", "none");
      await result(quiz);
      assert.equal((await answersOf(quiz)).strategy, "none");
      assert.notEqual(await heading(), was);
      await happened(page, "verdict");
    });

    test("an answer changed from the list leads back to the list, to the control that led away", async () => {
      const { quiz, press, choose, focused, name } = await arriveWith(BAKERY);
      await result(quiz);
      await press("result.review");
      await quiz.wait("[part=answers]");
      await press("answers.change", name("runner"));
      await quiz.wait("input[name=runner]");
      await choose("runner", "nobody");
      await quiz.wait("[part=answers]");
      assert.deepEqual(await answersOf(quiz), { ...BAKERY, runner: "nobody" });
      assert.ok(plain((await focused()).text).endsWith(name("runner")));
      await press("question.to_verdict");
      await result(quiz);
    });

    for (const action of ["restart", "erase"]) {
      test(`to ${action} is asked once; to keep comes back to the control`, async () => {
        const { page, quiz, press, focused, texts } = await arriveWith(BAKERY);
        await result(quiz);
        await press(`${action}.name`);
        await quiz.gone("[part=result]");
        await press(`${action}.no`);
        await result(quiz);
        assert.equal(plain((await focused()).text), plain(texts[`${action}.name`]));
        assert.deepEqual(await answersOf(quiz), BAKERY);
        await press(`${action}.name`);
        await quiz.gone("[part=result]");
        await press(`${action}.yes`);
        await quiz.wait("input[name=who]");
        await happened(page, "restart");
        assert.deepEqual(await answersOf(quiz), {});
        assert.equal(await quiz.host((element) => element.shadowRoot.querySelector("input:checked")), null);
        if (action === "erase") assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
        await page.reload();
        await ready(page);
        assert.equal(await quiz.question(), "who");
        assert.deepEqual(await answersOf(quiz), {});
      });
    }

    test("two quizzes on one page go their own ways", async () => {
      server.host("/two", `<social-or-not storage="none"></social-or-not><social-or-not storage="none" lang="fr"></social-or-not><script type="module" src="/social-or-not.js"></script>`);
      const page = await open(browser, `${server.address}/two`, { height: 2000 });
      await happened(page, "ready", 2);
      const quizzes = [element(page, 0), element(page, 1)];
      const [one, two] = [reader(page, quizzes[0], { lang: "en" }), reader(page, quizzes[1])];
      await one.answer("who", "shop");
      await two.answer("who", "b2b");
      await one.answer("presence", "none");
      await two.press("question.back");
      await quizzes[1].wait("input[name=who]:checked");
      assert.equal(await quizzes[0].question(), "goals");
      assert.deepEqual(await answersOf(quizzes[0]), { who: "shop", presence: "none" });
      assert.deepEqual(await answersOf(quizzes[1]), { who: "b2b" });
      await two.answer("who", "public");
      assert.deepEqual(await answersOf(quizzes[0]), { who: "shop", presence: "none" });
      assert.deepEqual(page.faults, []);
    });

    test("arrow keys choose and never move on by themselves, even after a pointer has gone on", async () => {
      // What would move on later is a timer: it is counted, not waited for.
      const prepare = () => {
        const set = globalThis.setTimeout;
        globalThis.pauses = 0;
        globalThis.setTimeout = (run, wait = 0, ...rest) => {
          if (wait >= 100) globalThis.pauses++;
          return set(run, wait, ...rest);
        };
      };
      const { page, quiz, answer, tabTo, next } = await arrive({ prepare });
      await answer("who", "shop");
      const pauses = await page.evaluate(() => globalThis.pauses);
      assert.ok(pauses > 0, "the pause after a pointer's choice is a timer");
      await tabTo((at) => at.name === "presence");
      for (const value of ["dormant", "irregular", "active"]) {
        await page.keyboard.press("ArrowDown");
        await page.waitForFunction((value) => document.querySelector("social-or-not").answers.presence === value, {}, value);
      }
      assert.equal(await page.evaluate(() => globalThis.pauses), pauses);
      assert.equal(await quiz.question(), "presence");
      await next();
      await quiz.leaves("presence");
      assert.deepEqual(await answersOf(quiz), { who: "shop", presence: "active" });
    });

    test("to go on without an answer is answered by what is missing", async () => {
      const { quiz, next } = await arriveWith(before("goals"));
      await next();
      await quiz.wait("[role=alert]");
      assert.equal(await quiz.question(), "goals");
      assert.ok((await quiz.text("[role=alert]")).length > 10);
    });

    test("one choice too many is refused with a word, and changes nothing", async () => {
      const { quiz, choose, next } = await arriveWith(before("goals"));
      for (const value of ["visibility", "acquire", "retain"]) await choose("goals", value);
      await choose("goals", "sales");
      await quiz.wait("[role=alert]");
      const ticked = () => quiz.host((element) => [...element.shadowRoot.querySelectorAll("input:checked")].map(({ value }) => value));
      assert.deepEqual(await ticked(), ["visibility", "acquire", "retain"]);
      assert.deepEqual((await answersOf(quiz)).goals, ["visibility", "acquire", "retain"]);
      // One taken away, there is room for it.
      await choose("goals", "acquire");
      await quiz.gone("[role=alert]");
      await choose("goals", "sales");
      await quiz.wait("input[value=sales]:checked");
      // What stands alone takes the place of all others, and gives it back.
      await choose("goals", "trend");
      await quiz.wait("input[value=trend]:checked");
      assert.deepEqual(await ticked(), ["trend"]);
      await choose("goals", "know");
      await quiz.gone("input[value=trend]:checked");
      assert.deepEqual(await ticked(), ["know"]);
      await next();
      await quiz.leaves("goals");
    });

    for (const [lang, typed] of [["fr", "3,5"], ["en", "3.5"], ["en", "3,5"], ["fr", "3.5"]]) {
      test(`a number typed as ${typed} is understood, in ${lang}`, async () => {
        const { quiz, answer } = await arriveWith(before("hours"), { lang });
        await answer("hours", typed);
        assert.equal((await answersOf(quiz)).hours, 3.5);
      });
    }

    test("what is no number is said, and stays where it was written", async () => {
      const { page, quiz, type, next } = await arriveWith(before("hours"));
      for (const typed of ["beaucoup", "61", "1,3", "-2"]) {
        // At once, as pasted: a 6 on its way to 61 is a number.
        await type("hours", "");
        await page.keyboard.sendCharacter(typed);
        await next();
        await quiz.wait("input[name=hours][aria-invalid=true]");
        assert.ok(plain(await quiz.text("[role=alert]")).includes(typed), typed);
        assert.equal(await quiz.host((element) => element.shadowRoot.querySelector("input[name=hours]").value), typed);
        assert.deepEqual(await answersOf(quiz), before("hours"));
        const described = await quiz.host((element) => element.shadowRoot.getElementById(element.shadowRoot.querySelector("input[name=hours]").getAttribute("aria-describedby"))?.role);
        assert.equal(described, "alert");
      }
      await type("hours", "2");
      await next();
      await quiz.leaves("hours");
      assert.equal((await answersOf(quiz)).hours, 2);
    });

    test("the steps beside a number go up and down, and stop at its ends", async () => {
      const { quiz } = await arriveWith(before("hours"));
      const hours = async () => (await answersOf(quiz)).hours;
      const [less, more] = await quiz.host((element) => [...element.shadowRoot.querySelectorAll("[part=number] button")].map(({ ariaLabel }) => ariaLabel));
      const click = async (name) => (await quiz.find(`button[aria-label="${name}"]`)).click();
      await click(more);
      await click(more);
      assert.equal(await hours(), 1);
      for (let press = 0; press < 3; press++) await click(less);
      assert.equal(await hours(), 0);
    });
  });
}
