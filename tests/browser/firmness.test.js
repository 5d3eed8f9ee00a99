// How firm the result is, as readers meet it: what would change it is tried and undone, themes are weighed, strips pressed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, ROOT, events, happened, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { plain, words } from "./words.js";

const answersOf = (id) => JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find((persona) => persona.id === id).answers;
/** Everything answered; a better strategy is enough for a better verdict. */
const DOUBTER = answersOf("in_doubt");
/** Three answers, and "I don't know" to the rest of the core. */
const VAGUE = { ...Object.fromEntries(["strategy", "audience", "value", "hours", "runner", "constancy"].map((question) => [question, null])), ...answersOf("core_only_uncertain") };

for (const program of BROWSERS) {
  describe(`firmness in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);
    const isChrome = program.name === "chrome";

    /** A reader at the result of some answers, of which it is known how firm it is. */
    async function arriveWith(answers, { lang = "fr", way = "mouse" } = {}) {
      const page = await open(browser, server.address + (lang === "fr" ? "/" : "/en/"), { touch: way === "touch" });
      const quiz = await ready(page);
      await quiz.host((element, answers) => { element.answers = answers; }, answers);
      await quiz.wait("[part=firm] figure");
      return { page, quiz, ...reader(page, quiz, { lang, way }) };
    }

    const headline = (quiz) => quiz.text("[part=verdict] [tabindex]");
    /** Waits until the verdict on the screen is another one, or this one. */
    const changes = (page, was) => page.waitForFunction((was) => document.querySelector("social-or-not").shadowRoot.querySelector("[part=verdict] [tabindex]")?.textContent.trim() !== was, {}, was);
    const becomes = (page, text) => page.waitForFunction((text) => document.querySelector("social-or-not").shadowRoot.querySelector("[part=verdict] [tabindex]")?.textContent.trim() === text, {}, text);
    /** Presses the n-th cell of a group, by its name. */
    async function cell(quiz, group, place, way, page) {
      const handle = await page.evaluateHandle((host, group, place) => {
        const plain = (text) => text.replaceAll("’", "'").replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "");
        const of = [...host.shadowRoot.querySelectorAll("[role=group]")].find((node) => plain(node.getAttribute("aria-label") ?? "") === group);
        return of.children[place];
      }, await quiz.self(), group, place);
      if (way === "keyboard") {
        await handle.focus();
        await page.keyboard.press("Enter");
      } else if (way === "touch") {
        await handle.tap();
      } else {
        await handle.click();
      }
      return handle;
    }

    test("what would change the verdict is tried, moves everything, and is undone", async () => {
      const { page, quiz, press } = await arriveWith(DOUBTER);
      const was = await headline(quiz);
      const [flip] = (await quiz.report()).flips;
      await (await quiz.find("[part=flips] button")).click();
      await changes(page, was);
      assert.equal(plain(await headline(quiz)), `${words("fr", "interface")["result.prefix"]}${plain(words("fr", "verdicts")[`${flip.to}.headline`])}`.trim());
      // What is only tried is neither kept nor told.
      assert.deepEqual(await quiz.host((element) => element.answers), await page.evaluate(() => JSON.parse(localStorage.getItem("social-or-not")).answers));
      assert.equal((await quiz.report()).flips[0].to, flip.to);
      assert.deepEqual(await events(page, "verdict"), []);
      await press("trial.back");
      await becomes(page, was);
      assert.equal((await quiz.host((element) => element.answers)).strategy, DOUBTER.strategy);
    });

    test("what was tried can be kept, and the verdict is told then", async () => {
      const { page, quiz, press } = await arriveWith(DOUBTER, { lang: "en" });
      const [flip] = (await quiz.report()).flips;
      await (await quiz.find("[part=flips] button")).click();
      await press("trial.keep");
      await happened(page, "verdict");
      assert.equal((await events(page, "verdict")).at(-1).verdict, flip.to);
      const report = await quiz.report();
      assert.equal(report.verdict, flip.to);
      for (const change of flip.changes) assert.deepEqual((await quiz.host((element) => element.answers))[change.question], change.to);
    });

    for (const way of ["keyboard", "touch"]) {
      if (way === "touch" && !isChrome) continue;
      test(`a theme's weight moved by ${way} changes the verdict, is marked as the reader's own, kept, and taken back`, async () => {
        // If being seen did not count, this reader would only listen.
        const { page, quiz, press } = await arriveWith(answersOf("brand_broadcasting"), { way });
        const was = await headline(quiz);
        const pressed = await cell(quiz, plain(words("fr", "arguments")["themes.reach"]), 0, way, page);
        await changes(page, was);
        assert.equal(await pressed.evaluate((button) => button.getAttribute("aria-pressed")), "true");
        if (way === "keyboard") assert.ok(await pressed.evaluate((button) => button.getRootNode().activeElement === button));
        assert.equal((await quiz.report()).verdict, "listen");
        await page.reload();
        await ready(page);
        await quiz.wait("[part=firm] figure");
        assert.notEqual(await headline(quiz), was);
        await press("whatif.own_back");
        await becomes(page, was);
        assert.equal((await quiz.report()).verdict, "refocus");
      });
    }

    if (!isChrome) return;

    test("pressing a cell of a strip changes the answer where it is, and everything moves", async () => {
      const { page, quiz } = await arriveWith(DOUBTER);
      const was = await headline(quiz);
      const name = plain(words("fr", "questions")["strategy.name"]);
      const strategies = ["none", "vague", "written", "integrated"];
      const promised = await page.evaluate((host, name) => {
        const group = [...host.shadowRoot.querySelectorAll("[role=group]")].find((node) => node.getAttribute("aria-label") === name);
        return group.children[2].querySelector(".son-cell__value").lastChild.textContent.trim();
      }, await quiz.self(), name);
      await cell(quiz, name, strategies.indexOf("written"), "mouse", page);
      await changes(page, was);
      assert.equal((await quiz.host((element) => element.answers)).strategy, "written");
      const { balance } = await quiz.report();
      assert.equal(promised.replace("−", "-"), `${balance > 0 ? "+" : ""}${balance}`);
    });

    test("the list of answers has a strip under each, which moves the verdict above it", async () => {
      const { quiz, page, press } = await arriveWith(DOUBTER);
      await press("result.review");
      await quiz.wait("[part=answers] [role=group]");
      const now = () => quiz.text("[part=answers] [role=status]");
      const was = await now();
      await cell(quiz, plain(words("fr", "questions")["strategy.name"]), 2, "mouse", page);
      await page.waitForFunction((was) => document.querySelector("social-or-not").shadowRoot.querySelector("[part=answers] [role=status]").textContent.trim() !== was, {}, was);
      assert.equal((await quiz.host((element) => element.answers)).strategy, "written");
    });

    test("where almost anything is possible still, that is said first, with the question that would tell most", async () => {
      const { quiz, press, texts } = await arriveWith(VAGUE);
      await quiz.wait("[part=note]");
      const first = await quiz.host((element) => element.shadowRoot.querySelector("[part=result]").firstElementChild.textContent);
      assert.ok(plain(first).includes(texts["wide.title"]));
      const { coverage } = await quiz.report();
      assert.ok(coverage.possible.length >= 3);
      await press(plain(words("fr", "questions")[`${coverage.next}.text`]));
      await quiz.wait("form");
      assert.equal(await quiz.question(), coverage.next);
    });

    test("every picture says in words what it shows", async () => {
      const { quiz } = await arriveWith(VAGUE, { lang: "en" });
      const report = await quiz.report();
      const said = await quiz.host((element) => [...element.shadowRoot.querySelectorAll("[part=firm] svg")].map((picture) => [picture.getAttribute("role"), picture.getAttribute("aria-label")]));
      assert.deepEqual(said.map(([role]) => role), ["img", "img"]);
      const signed = (points) => `${points > 0 ? "+" : points < 0 ? "−" : ""}${Math.abs(points)}`;
      for (const points of [report.balance, report.coverage.lowest, report.coverage.highest]) assert.ok(said[0][1].includes(signed(points)), said[0][1]);
      assert.match(said[1][1], /^\d+%: /);
    });
  });
}
