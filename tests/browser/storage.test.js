// Storage that lies: refused, full, damaged, of another version, changed by another tab. Answers are never half applied, and never
// lost without a word.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { downloaded } from "./downloads.js";
import { BROWSERS, element, events, happened, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { plain, words } from "./words.js";

const KEY = "social-or-not";
const TEXTS = words("fr", "interface");
const RECORD = words("fr", "record");
const DONE = {
  who: "shop", presence: "none", goals: ["visibility", "retain"], strategy: "written", audience: "many", value: "useful", hours: 4,
  runner: "assigned", constancy: "year",
};
const record = (more) => JSON.stringify({ format: "social-or-not", model: "1.0.0", made: "2026-03-12", at: "who", answers: { who: "shop" }, weights: {}, ...more });

const UNREADABLE = [
  ["text that is no JSON", "{\"at\":\"go", "damaged"],
  ["a list", "[]", "damaged"],
  ["another page's record", "{\"theme\":\"dark\"}", "damaged"],
  ["a record with an answer that no question has", record({ answers: { who: "baker" } }), "damaged"],
  ["a record with one bad answer among good ones", record({ answers: { who: "shop", hours: 75 } }), "damaged"],
  ["a record of a newer model", record({ model: "9.1.0", answers: { who: "shop", mood: "fine" } }), "newer"],
];

for (const program of BROWSERS) {
  describe(`storage in ${program.name}`, async () => {
    const server = await serve();
    const saved = mkdtempSync(join(tmpdir(), "social-or-not-storage-"));
    after(() => rmSync(saved, { recursive: true, force: true }));
    const browser = await launch(program, { downloads: saved });
    server.host("/post", `<script type="module" src="/social-or-not.js"></script><social-or-not lang="fr"></social-or-not>`);

    async function arrive({ path = "/", ...options } = {}) {
      const page = await open(browser, server.address + path, options);
      const quiz = await ready(page);
      return { page, quiz, ...reader(page, quiz) };
    }

    const kept = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);
    const answers = (quiz) => quiz.host((element) => element.answers);
    const keeping = async (quiz) => plain(await quiz.text(".son-keeping"));
    const says = (page, name) => page.waitForFunction((text) => {
      const said = document.querySelector("social-or-not").shadowRoot.querySelector(".son-keeping").textContent;
      return text ? said !== "" : said === "";
    }, {}, name);
    /** What a page does before anything else: the text is kept already. */
    const keep = (text) => `(() => { if (!sessionStorage.kept) { localStorage.setItem("${KEY}", ${JSON.stringify(text)}); sessionStorage.kept = 1; } })()`;

    for (const [what, text, kind] of UNREADABLE) {
      test(`${what}: nothing of it is used, the reader is told, and it stays until they begin anew`, async () => {
        for (const path of ["/", "/post"]) {
          const { page, quiz, press, choose } = await arrive({ path, prepare: keep(text) });
          await quiz.wait("[part=note]");
          assert.ok(plain(await quiz.text("[part=note]")).startsWith(RECORD[`arrival.storage_${kind}`]), await quiz.text("[part=note]"));
          assert.deepEqual(await answers(quiz), {});
          assert.equal(await kept(page), text, "it stays as it is");
          assert.deepEqual((await events(page, "error")).map(({ cause }) => cause), new Array((await events(page, "error")).length).fill("storage"));
          assert.ok((await events(page, "error")).length > 0);
          await press(RECORD["arrival.start"]);
          await quiz.wait("input[name=who]");
          await choose("who", "b2b");
          await quiz.leaves("who");
          assert.deepEqual(JSON.parse(await kept(page)).answers, { who: "b2b" });
          assert.deepEqual(page.faults, []);
        }
      });
    }

    test("what cannot be read is saved to a file as it is", async () => {
      const { quiz, press } = await arrive({ prepare: keep(UNREADABLE[0][1]), downloads: saved });
      await quiz.wait("[part=note]");
      await press(RECORD["arrival.save"]);
      assert.equal((await downloaded(saved, /\.txt$/)).toString(), UNREADABLE[0][1]);
    });

    test("what cannot be read stays, and can be saved, while what a link brings is looked at", async () => {
      const one = await arrive();
      await one.walk(DONE);
      await one.quiz.wait("[part=verdict]");
      const code = new URL(await one.quiz.host((element) => element.link)).hash;
      for (const [path, has] of [[`/${code}`, "[part=verdict]"], [`/${code.slice(0, -1)}`, "[part=note]"]]) {
        const { page, quiz, press, answer } = await arrive({ path, prepare: keep(UNREADABLE[5][1]), downloads: saved });
        await quiz.wait(has);
        const note = plain(await quiz.text("[part=note]"));
        assert.ok(note.includes(plain(RECORD["arrival.storage_newer"])) && note.includes(plain(RECORD["arrival.storage_lost"])), note);
        await press(RECORD["arrival.save"]);
        assert.equal((await downloaded(saved, /\.txt$/)).toString(), UNREADABLE[5][1]);
        assert.equal(await kept(page), UNREADABLE[5][1]);
        if (has === "[part=verdict]") {
          await press("result.review");
          await quiz.wait("[part=answers]");
          assert.deepEqual(JSON.parse(await kept(page)).answers, DONE, "who goes on makes them theirs");
          await press("question.to_verdict");
          await quiz.wait("[part=verdict]");
          assert.ok(!plain(await quiz.text("[part=note]")).includes(plain(RECORD["arrival.storage_newer"])), "there is nothing left to save");
        } else {
          await press(RECORD["arrival.start"]);
          await answer("who", "b2b");
          assert.deepEqual(JSON.parse(await kept(page)).answers, { who: "b2b" });
        }
        assert.deepEqual(page.faults, []);
      }
    });

    test("a tap on the first question does not replace what cannot be read", async () => {
      const release = server.hold(/\.wasm$/);
      const page = await open(browser, `${server.address}/`, { prepare: keep("{") });
      await (await page.waitForSelector(">>> label")).click();
      release();
      const quiz = await ready(page);
      await quiz.wait("[part=note]");
      assert.equal(await kept(page), "{");
      assert.deepEqual(await answers(quiz), {});
    });

    test("answers that a script sets are kept in the place of others, before the quiz is drawn as well as after", async () => {
      const early = `<script>document.querySelector("social-or-not").answers = { who: "b2b" };</script>`;
      server.host("/early", `<social-or-not lang="fr"></social-or-not>${early}<script type="module" src="/social-or-not.js"></script>`);
      for (const path of ["/early", "/post"]) {
        const { page, quiz } = await arrive({ path, prepare: keep(record()) });
        if (path === "/post") await quiz.host((element) => { element.answers = { who: "b2b" }; });
        await page.waitForFunction((key) => localStorage.getItem(key).includes("b2b"), {}, KEY);
        await page.goto(`${server.address}/post`);
        await ready(page);
        assert.deepEqual(await answers(quiz), { who: "b2b" }, path);
      }
    });

    test("wrong answers that a script sets before the quiz is drawn cost the reader nothing", async () => {
      server.host("/wrong", `<social-or-not lang="fr"></social-or-not><script>document.querySelector("social-or-not").answers = { who: "baker" };</script><script type="module" src="/social-or-not.js"></script>`);
      const { page, quiz } = await arrive({ path: "/wrong", prepare: keep(record({ at: "presence", made: undefined })) });
      await quiz.wait("input[name=presence]");
      assert.deepEqual(await answers(quiz), { who: "shop" });
      assert.deepEqual((await events(page, "error")).map(({ cause }) => cause), ["answers"]);
    });

    test("once a publisher may keep answers, what is kept is gone on with, and what was done is kept", async () => {
      server.host("/asked", `<script type="module" src="/social-or-not.js"></script><social-or-not lang="fr" storage="none"></social-or-not>`);
      const allow = (quiz) => quiz.host((element) => { element.storage = "local"; });
      const returning = await arrive({ path: "/asked", prepare: keep(record({ at: "presence", made: undefined })) });
      assert.equal(await returning.quiz.question(), "who");
      await allow(returning.quiz);
      await returning.quiz.wait("input[name=presence]");
      assert.deepEqual(await answers(returning.quiz), { who: "shop" });
      const { page, quiz, answer } = await arrive({ path: "/asked" });
      await answer("who", "b2b");
      assert.equal(await kept(page), null);
      await allow(quiz);
      assert.deepEqual(JSON.parse(await kept(page)).answers, { who: "b2b" });
      await says(page, false);
      await quiz.host((element) => { element.storage = "none"; });
      await answer("presence", "none");
      assert.deepEqual(JSON.parse(await kept(page)).answers, { who: "b2b" }, "nothing more is kept");
      assert.deepEqual(await answers(quiz), { who: "b2b", presence: "none" });
    });

    test("taken out of the page and put back, it goes on where another tab has come to meanwhile", async () => {
      const { page, quiz, answer } = await arrive({ path: "/post" });
      await answer("who", "shop");
      await page.evaluate(() => {
        globalThis.taken = document.querySelector("social-or-not");
        globalThis.taken.remove();
      });
      await page.evaluate((key, text) => {
        localStorage.setItem(key, text);
        document.body.append(globalThis.taken);
      }, KEY, record({ at: "goals", made: undefined, answers: { who: "b2b", presence: "none" } }));
      await quiz.wait("input[name=goals]");
      assert.deepEqual(await answers(quiz), { who: "b2b", presence: "none" });
    });

    test("a record of an older model opens with the result, and says what has changed", async () => {
      const older = record({ model: "0.9.0", questions: 10, at: "result", answers: DONE });
      const { page, quiz } = await arrive({ prepare: keep(older) });
      await quiz.wait("[part=verdict]");
      const note = plain(await quiz.text("[part=note]"));
      assert.ok(note.startsWith(RECORD["arrival.from_storage"]), note);
      assert.ok(note.includes("modèle 0.9.0") && note.includes("Nouveau depuis"), note);
      assert.deepEqual(await answers(quiz), DONE);
      assert.deepEqual(await events(page, "verdict"), []);
      assert.deepEqual(page.faults, []);
    });

    test("a record in the form of the first version is read", async () => {
      const { quiz } = await arrive({ prepare: keep(JSON.stringify({ version: 1, date: "2026-03-12", at: "result", answers: DONE, weights: {} })) });
      await quiz.wait("[part=verdict]");
      assert.deepEqual(await answers(quiz), DONE);
      const notes = await quiz.host((element) => [...element.shadowRoot.querySelectorAll("[part=note]")].map((note) => note.textContent));
      assert.ok(notes.every((note) => !plain(note).startsWith(RECORD["arrival.from_storage"])), `there is nothing to tell: ${notes}`);
    });

    const REFUSALS = {
      "refuses to be read": () => {
        for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(globalThis, name, { get() { throw new DOMException("refused", "SecurityError"); } });
        }
      },
      "takes nothing": () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
      "is not there": () => { Object.defineProperty(globalThis, "localStorage", { value: null }); },
    };
    for (const [what, prepare] of Object.entries(REFUSALS)) {
      test(`storage that ${what}: the quiz goes to its verdict, and says that nothing is kept`, async () => {
        const { page, quiz, walk, answer } = await arrive({ prepare });
        assert.equal(await keeping(quiz), "", "nothing was done yet");
        await answer("who", DONE.who);
        await says(page, true);
        assert.equal(await keeping(quiz), plain(TEXTS["keeping.nowhere"]));
        await walk(DONE);
        await quiz.wait("[part=verdict]");
        assert.equal(await keeping(quiz), plain(TEXTS["keeping.nowhere"]));
        assert.deepEqual(page.faults, []);
      });
    }

    test("storage that begins to refuse: what is on the page stays", async () => {
      const { page, quiz, answer } = await arrive();
      await answer("who", "shop");
      await page.evaluate(() => {
        Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
        document.dispatchEvent(new Event("visibilitychange"));
      });
      await answer("presence", "none");
      await says(page, true);
      assert.deepEqual(await answers(quiz), { who: "shop", presence: "none" });
      assert.deepEqual(page.faults, []);
    });

    test("full storage: the reader is told, and a reload finds the older answers whole", async () => {
      const { page, quiz, answer } = await arrive();
      await answer("who", "shop");
      const older = await kept(page);
      // To the last sign that the browser takes.
      await page.evaluate(() => {
        for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
          for (let n = 0; n < 3; n++) {
            try {
              localStorage.setItem(`fill-${size}-${n}`, "x".repeat(size));
            } catch {
              break;
            }
          }
        }
      });
      await answer("presence", "none");
      await says(page, true);
      assert.deepEqual(await answers(quiz), { who: "shop", presence: "none" }, "the page has them still");
      assert.equal(await kept(page), older);
      await page.reload();
      await ready(page);
      assert.deepEqual(await answers(quiz), { who: "shop" });
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("fill")).forEach((key) => localStorage.removeItem(key)));
      await answer("presence", "active");
      assert.equal(await keeping(quiz), "", "there is room again");
      assert.deepEqual(JSON.parse(await kept(page)).answers, { who: "shop", presence: "active" });
    });

    /** A second tab, with the same storage. */
    const beside = (first, path) => arrive({ path, beside: first.page });
    /** Browsers draw nothing in a tab that lies behind another. */
    const turnTo = (tab) => tab.page.bringToFront();
    const reaches = (tab, expected) => tab.page.waitForFunction((expected) => JSON.stringify(document.querySelector("social-or-not").answers) === expected, {}, JSON.stringify(expected));

    test("two tabs: each goes on where the other is, and no answer is lost", async () => {
      const one = await arrive();
      const two = await beside(one, "/post");
      await turnTo(one);
      await one.answer("who", DONE.who);
      await turnTo(two);
      await two.quiz.wait("input[name=presence]");
      assert.equal(await keeping(two.quiz), plain(TEXTS["keeping.elsewhere"]));
      await two.answer("presence", "none");
      await turnTo(one);
      await one.quiz.wait("input[name=goals]");
      await one.walk(DONE);
      await turnTo(two);
      await two.quiz.wait("[part=verdict]");
      await reaches(two, DONE);
      assert.deepEqual(JSON.parse(await kept(two.page)).answers, DONE);
      assert.deepEqual((await events(two.page)).map(({ name }) => name), ["ready", "answer"], "what another tab did is not told of here");
      assert.deepEqual([one.page.faults, two.page.faults], [[], []]);
    });

    test("erased in one tab, the answers are gone in the other, and do not come back", async () => {
      const one = await arrive();
      await one.answer("who", "shop");
      const two = await beside(one);
      await two.walk(DONE);
      await two.quiz.wait("[part=verdict]");
      await two.press("erase.name");
      await two.press("erase.yes");
      await turnTo(one);
      await reaches(one, {});
      await one.quiz.wait("input[name=who]");
      assert.equal(await kept(one.page), null);
      await one.answer("who", "shop");
      assert.deepEqual(JSON.parse(await kept(one.page)).answers, { who: "shop" });
    });

    test("two quizzes on a page have one record, and show the same", async () => {
      server.host("/two", `<script type="module" src="/social-or-not.js"></script><social-or-not lang="fr"></social-or-not><social-or-not lang="en"></social-or-not>`);
      const page = await open(browser, `${server.address}/two`, { height: 3000 });
      await happened(page, "ready", 2);
      const [french, english] = [element(page, 0), element(page, 1)];
      await reader(page, french).answer("who", "shop");
      await english.wait("input[name=presence]");
      await reader(page, english, { lang: "en" }).answer("presence", "none");
      await french.wait("input[name=goals]");
      assert.deepEqual(await answers(french), { who: "shop", presence: "none" });
      assert.deepEqual(page.faults, []);
    });

    test("a page that slept while another went on catches up before it keeps anything", async () => {
      const { page, quiz } = await arrive();
      // Written without an event, as for a page that the browser has frozen.
      await page.evaluate((key, text) => {
        localStorage.setItem(key, text);
        document.dispatchEvent(new Event("visibilitychange"));
      }, KEY, record({ at: "presence", made: undefined }));
      await quiz.wait("input[name=presence]");
      assert.deepEqual(await answers(quiz), { who: "shop" });
    });

    test("following another tab takes no focus, and keeps the one that was inside", async () => {
      const one = await arrive();
      const two = await beside(one);
      await turnTo(one);
      assert.equal(await one.page.evaluate(() => document.activeElement.localName), "body");
      await turnTo(two);
      await two.answer("who", "shop");
      await turnTo(one);
      await one.quiz.wait("input[name=presence]");
      assert.equal(await one.page.evaluate(() => document.activeElement.localName), "body");
      await one.quiz.host((element) => element.shadowRoot.querySelector("input[name=presence]").focus());
      await turnTo(two);
      await two.answer("presence", "none");
      await turnTo(one);
      await one.quiz.wait("input[name=goals]");
      await one.page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.activeElement?.matches("[tabindex]"));
    });
  });
}
