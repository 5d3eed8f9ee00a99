// The module without its interface: the same reports as the native command, byte for byte, and the same refusals.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, ROOT, launch, open, serve } from "./harness.js";

const NATIVE = process.env.NATIVE ?? join(ROOT, "target/release/social-or-not");
const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const SEED = 20260312;
const READERS = 1000;

/** What the native command says to the same input. */
function native(input) {
  const { status, stdout, stderr } = spawnSync(NATIVE, ["evaluate", "-"], { input: JSON.stringify(input), encoding: "utf8", maxBuffer: 1e9 });
  return { status, stdout, stderr };
}

for (const program of BROWSERS) {
  describe(`evaluate in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);
    server.host("/module", "<p>A page without the element.</p>");

    /** A page with `evaluate` and `questions` in it. */
    async function module() {
      const page = await open(browser, `${server.address}/module`);
      await page.evaluate(async () => Object.assign(globalThis, { module: await import("/social-or-not.js") }));
      return page;
    }

    test("every persona gets the report of the native command, byte for byte", async () => {
      const page = await module();
      for (const { id, answers } of PERSONAS) {
        const report = await page.evaluate(async (answers) => JSON.stringify(await module.evaluate(answers)), answers);
        assert.equal(`${report}\n`, native(answers).stdout, id);
      }
    });

    test(`so do ${READERS} readers drawn by chance`, async () => {
      const page = await module();
      const readers = drawn(await page.evaluate(() => module.questions("fr")), SEED, READERS);
      const reports = await page.evaluate(async (readers) => {
        const reports = [];
        for (const answers of readers) reports.push(JSON.stringify(await module.evaluate(answers)));
        return reports;
      }, readers);
      const expected = native(readers);
      assert.equal(expected.status, 0, expected.stderr);
      const lines = expected.stdout.trim().slice(1, -1).split(",\n");
      assert.equal(reports.length, lines.length);
      for (const [place, line] of lines.entries()) assert.equal(reports[place], line, JSON.stringify(readers[place]));
    });

    test("wrong answers are refused in the words of the native command", async () => {
      const page = await module();
      const wrong = [
        { who: "baker" }, { shoe: "shop" }, { hours: 61 }, { hours: 1.3 }, { hours: "4" }, { goals: [] }, { goals: ["trend", "sales"] },
        { goals: "sales" }, { goals: ["sales", "sales"] }, { goals: ["visibility", "sales", "know", "service"] }, { who: ["shop"] }, { who: { a: 1 } },
        { who: true }, [], "who", 4,
      ];
      for (const answers of wrong) {
        const message = await page.evaluate((answers) => module.evaluate(answers).then(() => "accepted", (error) => error.message), answers);
        // A list is read by the command as several sets of answers.
        if (Array.isArray(answers)) {
          assert.match(message, /answers/);
        } else {
          const { status, stderr } = native(answers);
          assert.equal(status, 2);
          assert.equal(`social-or-not: -: ${message}\n`, stderr);
        }
      }
    });

    test("what JSON cannot say is refused or left out", async () => {
      const page = await module();
      const outcomes = await page.evaluate(async () => {
        const loop = {};
        loop.who = loop;
        const inputs = [{ hours: NaN }, { hours: Infinity }, { who: Symbol("shop") }, { who: () => "shop" }, { hours: 4n }, loop];
        const refused = [];
        for (const input of inputs) refused.push(await module.evaluate(input).then(() => "accepted", (error) => error.message));
        const left = await module.evaluate({ who: undefined });
        return { refused, same: JSON.stringify(left) === JSON.stringify(await module.evaluate({})) };
      });
      for (const message of outcomes.refused) assert.match(message, /question `(hours|who)`/);
      assert.ok(outcomes.same);
    });

    test("questions come in either language, with the same ids", async () => {
      const page = await module();
      const [french, english] = await page.evaluate(() => Promise.all(["fr", "en"].map((lang) => module.questions(lang))));
      const ids = (questions) => questions.map(({ id, kind, core, options }) => [id, kind, core, options?.map(({ id }) => id)]);
      assert.deepEqual(ids(french), ids(english));
      assert.ok(french.every(({ text }, place) => text && text !== english[place].text));
    });
  });
}

/** Sets of answers drawn by chance, the same for the same seed: each question answered, declined or left out. */
function drawn(questions, seed, count) {
  // Mulberry32.
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(random() * limit);
  const answer = ({ kind, options, most, alone, least, step }, highest) => {
    if (kind === "single") return options[below(options.length)].id;
    if (kind === "number") return least + step * below((highest - least) / step + 1);
    const ids = options.map(({ id }) => id);
    if (alone.length && random() < 0.15) return [alone[below(alone.length)]];
    const others = ids.filter((id) => !alone.includes(id)).sort(() => random() - 0.5);
    return others.slice(0, 1 + below(Math.min(most, others.length)));
  };
  return Array.from({ length: count }, () => {
    const answers = {};
    const eagerness = random();
    for (const question of questions) {
      const chance = random();
      if (chance < eagerness) answers[question.id] = answer(question, question.most);
      else if (chance > 0.9) answers[question.id] = null;
    }
    return answers;
  });
}
