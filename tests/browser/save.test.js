// A result as files: saved by the browser, read back by programs that are not ours, and opened again.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { Parser } from "commonmark";
import ICAL from "ical.js";
import { PNG } from "pngjs";
import { downloaded } from "./downloads.js";
import { BROWSERS, DIST, ROOT, events, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { plain, words } from "./words.js";

const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const answersOf = (id) => PERSONAS.find((persona) => persona.id === id).answers;
const BAKERY = answersOf("bakery");
const B2B = answersOf("industrial_b2b");
const PAGES = { fr: "/", en: "/en/" };

for (const program of BROWSERS) {
  describe(`save in ${program.name}`, async () => {
    const server = await serve();
    const folder = mkdtempSync(join(tmpdir(), "social-or-not-save-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const browser = await launch(program, { downloads: folder });

    // Firefox has a setting against fingerprinting; what it does, others do by extensions.
    const wary = program.name === "firefox" ? await launch(program, { preferences: { "privacy.resistFingerprinting": true } }) : undefined;

    async function arrive({ path, lang = "fr", answers, within = browser, prepare } = {}) {
      const page = await open(within, server.address + (path ?? PAGES[lang]), { downloads: folder, prepare });
      const quiz = await ready(page);
      if (answers) {
        await quiz.host((element, answers) => { element.answers = answers; }, answers);
        await quiz.wait("[part=share]");
      }
      const says = words(lang, "record");
      const own = reader(page, quiz, { lang });
      /** Presses a file's name, and gives what was saved. */
      const save = async (name, extension) => {
        await own.press(says[`save.${name}`]);
        const content = await downloaded(folder, new RegExp(`^social-or-not-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`));
        await page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.querySelector("[part=share] [role=status]").textContent !== "");
        assert.equal(plain(await quiz.text("[part=share] [role=status]")), plain(says["share.saved"]));
        return content;
      };
      return { page, quiz, says, save, ...own };
    }

    const file = (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    /** Chooses a file in the result's own field. */
    const pick = async (at, path) => (await at.quiz.wait("[part=share] input[type=file]")).uploadFile(path);
    /** Drops a file somewhere. */
    const drop = (page, selector, content) => page.evaluate((selector, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], "a.json", { type: "application/json" }));
      for (const name of ["dragover", "drop"]) {
        const event = new DragEvent(name, { dataTransfer, bubbles: true, composed: true, cancelable: true });
        document.querySelector(selector).dispatchEvent(event);
        if (!event.defaultPrevented) throw new Error(`the browser would open the file itself at ${name}`);
      }
    }, selector, content);
    const answers = (quiz) => quiz.host((element) => element.answers);

    for (const lang of Object.keys(PAGES)) {
      test(`the answers, saved and opened elsewhere, give the same report, in ${lang}`, async () => {
        const at = await arrive({ lang, answers: BAKERY });
        await (await at.quiz.find("[part=themes] button")).click();
        const report = await at.quiz.report();
        const content = await at.save("json", "json");
        const told = JSON.parse(content);
        assert.deepEqual([told.format, told.model, told.answers], ["social-or-not", report.model, BAKERY]);
        assert.match(told.made, /^\d{4}-\d\d-\d\d$/);
        assert.equal(Object.keys(told.weights).length, 1);
        const { page, quiz, says } = await arrive({ lang });
        await (await page.$(".page-open input")).uploadFile(file("answers.json", content));
        await quiz.wait("[part=verdict]");
        assert.ok(plain(await quiz.text("[part=note]")).startsWith(says["arrival.from_file"]));
        assert.deepEqual(await quiz.report(), report);
        assert.deepEqual(await events(page, "verdict"), [], "what is opened is no news");
        await page.reload();
        await ready(page);
        await quiz.wait("[part=verdict]");
        assert.deepEqual(await answers(quiz), BAKERY, "it is theirs from now on");
        assert.deepEqual([at.page.faults, page.faults], [[], []]);
      });

      test(`the decision is Markdown that another program reads, in ${lang}`, async () => {
        const at = await arrive({ lang, answers: BAKERY });
        const content = (await at.save("markdown", "md")).toString();
        const walker = new Parser().parse(content).walker();
        const headings = [];
        let text = "";
        for (let step = walker.next(); step; step = walker.next()) {
          if (!step.entering) continue;
          assert.ok(!["html_block", "html_inline", "image", "code_block"].includes(step.node.type), step.node.type);
          if (step.node.type === "heading") headings.push(step.node.level);
          if (step.node.type === "text") text += step.node.literal;
          if (["paragraph", "heading", "item", "softbreak"].includes(step.node.type)) text += " ";
        }
        assert.equal(headings.filter((level) => level === 1).length, 1);
        assert.ok(headings.length > 8 && headings.every((level, n) => n === 0 || level <= headings[n - 1] + 1), `${headings}`);
        const heading = plain(await at.quiz.text("[part=verdict] h3")).replace(/^Verdict ?: /, "");
        for (const said of [heading, at.says["plan.title"], at.says["plan.stop"]]) assert.ok(plain(text).includes(plain(said)), said);
        assert.ok(!/[\\*_]{2}|\\[[(]/.test(text), "no markup is left in the text");
      });

      test(`the calendar is one that another program reads, in ${lang}`, async () => {
        const at = await arrive({ lang, answers: BAKERY });
        const content = (await at.save("calendar", "ics")).toString();
        assert.ok(content.split("\r\n").every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n")), "lines are folded");
        const calendar = new ICAL.Component(ICAL.parse(content));
        const dates = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
        const { plan } = await at.quiz.report();
        assert.deepEqual(dates.map(({ startDate }) => startDate.toString()), [...plan.steps.map(({ date }) => date), plan.review.date]);
        assert.ok(dates.every(({ startDate, endDate, summary, description }) => startDate.isDate && endDate.subtractDate(startDate).days === 1 && summary && description));
        assert.equal(new Set(dates.map(({ uid }) => uid)).size, dates.length);
        const again = new ICAL.Component(ICAL.parse((await at.save("calendar", "ics")).toString()));
        assert.deepEqual(again.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event).uid), dates.map(({ uid }) => uid), "identities are stable");
      });
    }

    test("the picture is one that another program reads, with the quiz's address", async () => {
      const at = await arrive({ lang: "en", answers: BAKERY });
      const { width, height, data } = PNG.sync.read(await at.save("picture", "png"));
      assert.deepEqual([width, height], [1200, 630]);
      assert.ok(new Set(new Uint32Array(Uint8Array.from(data).buffer)).size > 20, "something is drawn");
      assert.deepEqual(at.page.faults, []);
    });

    test("a file picked, dropped on the quiz or anywhere on its own page is asked about, and one's own answers stay", async () => {
      const content = await (await arrive({ answers: B2B })).save("json", "json");
      const ways = [
        (at) => pick(at, file("b2b.json", content)),
        (at) => drop(at.page, "social-or-not", content.toString()),
        (at) => drop(at.page, "h1", content.toString()),
      ];
      for (const bring of ways) {
        const at = await arrive({ answers: BAKERY });
        const own = await at.page.evaluate(() => localStorage.getItem("social-or-not"));
        await bring(at);
        await at.quiz.wait("[part=note] .son-note__title");
        assert.ok(plain(await at.quiz.text("[part=note]")).startsWith(at.says["arrival.file"]));
        assert.equal(await at.quiz.find("[part=verdict]"), null, "nothing is shown before the answer");
        await at.page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.activeElement?.matches(".son-note__title"));
        await at.press(at.says["arrival.look"]);
        await at.quiz.wait("[part=verdict]");
        assert.deepEqual(await answers(at.quiz), BAKERY, "a host is told the reader's own");
        assert.equal(await at.page.evaluate(() => localStorage.getItem("social-or-not")), own);
        await at.press(at.says["arrival.back"]);
        await at.quiz.wait("[part=verdict]");
        assert.deepEqual(await answers(at.quiz), BAKERY);
        await bring(at);
        await at.quiz.wait("[part=note] .son-note__title");
        await at.press(at.says["arrival.look"]);
        await at.press(at.says["arrival.adopt"]);
        await at.page.waitForFunction((expected) => JSON.stringify(document.querySelector("social-or-not").answers) === expected, {}, JSON.stringify(await answers(at.quiz)));
        assert.deepEqual(at.page.faults, []);
      }
    });

    test("what is saved is what is on the screen, also while it is only looked at", async () => {
      const at = await arrive({ answers: BAKERY });
      await at.quiz.host((element, text) => element.open(text), JSON.stringify({ format: "social-or-not", model: "1.0.0", answers: B2B }));
      await at.press(at.says["arrival.look"]);
      await at.quiz.wait("[part=share]");
      assert.deepEqual(JSON.parse(await at.save("json", "json")).answers, B2B);
      await at.press(at.says["arrival.back"]);
      await at.quiz.wait("[part=share]");
      assert.deepEqual(JSON.parse(await at.save("json", "json")).answers, BAKERY);
    });

    test("a picture that the browser does not let be drawn is told of", async () => {
      const at = await arrive({ answers: BAKERY });
      await at.page.evaluate(() => { HTMLCanvasElement.prototype.toBlob = (take) => take(null); });
      await at.press(at.says["save.picture"]);
      await at.page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.querySelector("[part=share] [role=status]").textContent !== "");
      assert.equal(plain(await at.quiz.text("[part=share] [role=status]")), plain(at.says["share.unsaved"]));
      assert.deepEqual(at.page.faults, []);
    });

    test("where the browser lets only noise be read of a canvas, no picture is saved, and the reader is told", async () => {
      const noise = () => {
        const read = CanvasRenderingContext2D.prototype.getImageData;
        CanvasRenderingContext2D.prototype.getImageData = function (...at) {
          const image = read.apply(this, at);
          crypto.getRandomValues(image.data);
          return image;
        };
      };
      const at = await arrive({ answers: BAKERY, within: wary ?? browser, prepare: wary ? undefined : noise });
      await at.press(at.says["save.picture"]);
      await at.page.waitForFunction(() => document.querySelector("social-or-not").shadowRoot.querySelector("[part=share] [role=status]").textContent !== "");
      assert.equal(plain(await at.quiz.text("[part=share] [role=status]")), plain(at.says["share.unsaved"]));
      assert.deepEqual(at.page.faults, []);
    });

    test("a folder, or a file that is gone, is refused like any that cannot be read, and so is one that is too long, as soon as it comes", async () => {
      const at = await arrive({ answers: BAKERY });
      await at.page.evaluate(() => { Response.prototype.text = () => Promise.reject(new DOMException("gone", "NotFoundError")); });
      await at.quiz.host((element) => element.open(new Blob(["{}"])));
      await at.quiz.wait("[part=note]");
      assert.ok(plain(await at.quiz.text("[part=note]")).startsWith(plain(at.says["arrival.file_damaged"])));
      assert.deepEqual(await answers(at.quiz), BAKERY);
      assert.deepEqual(at.page.faults, []);
      server.host("/early", `<social-or-not lang="fr"></social-or-not><script type="module">
        import "/social-or-not.js";
        await document.querySelector("social-or-not").open(new Blob(["x".repeat(100_001)]));
      </script>`);
      const early = await arrive({ path: "/early" });
      await early.quiz.wait("[part=note]");
      assert.ok(plain(await early.quiz.text("[part=note]")).startsWith(plain(early.says["arrival.file_damaged"])));
    });

    test("a file that is asked about stays asked about while another tab goes on", async () => {
      const at = await arrive({ answers: BAKERY });
      await at.quiz.host((element, text) => element.open(new Blob([text])), JSON.stringify({ format: "social-or-not", model: "1.0.0", answers: B2B }));
      await at.quiz.wait("[part=note]");
      const own = await at.page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem("social-or-not"));
        kept.answers.runner = "nobody";
        localStorage.setItem("social-or-not", JSON.stringify(kept));
        document.dispatchEvent(new Event("visibilitychange"));
        return kept.answers;
      });
      await at.page.waitForFunction((own) => JSON.stringify(document.querySelector("social-or-not").answers) === own, {}, JSON.stringify(own));
      await at.quiz.wait("[part=note]");
      await at.press(at.says["arrival.look"]);
      await at.quiz.wait("[part=verdict]");
      assert.ok(plain(await at.quiz.text("[part=note]")).startsWith(plain(at.says["arrival.from_file"])));
    });

    test("a file that is none of ours is refused by what is wrong with it, and nothing is lost", async () => {
      const wrong = [
        [readFileSync(join(DIST, "icon.any.192.png")), "file_damaged"],
        ["", "file_damaged"],
        ["{\"format\":\"social-or-not\",\"model\":\"1.0.0\",\"answers\":{\"who\":\"baker\"}}", "file_damaged"],
        ["{\"answers\":{\"who\":\"shop\"}}", "file_damaged"],
        [`[${"0,".repeat(100_000)}0]`, "file_damaged"],
        ["{\"format\":\"social-or-not\",\"model\":\"7.0.0\",\"answers\":{\"mood\":\"fine\"}}", "newer"],
      ];
      for (const [content, text] of wrong) {
        const at = await arrive({ answers: BAKERY });
        await pick(at, file("wrong.json", content));
        await at.quiz.wait("[part=note] .son-note__title");
        const said = plain(await at.quiz.text("[part=note]"));
        assert.ok(said.includes(plain(at.says[`arrival.${text}`]).replace("{it}", "").trim()), said);
        await at.press(at.says["arrival.go_on"]);
        await at.quiz.wait("[part=verdict]");
        assert.deepEqual(await answers(at.quiz), BAKERY);
        assert.deepEqual(at.page.faults, []);
      }
    });

    test("in a host's page a file is opened on the quiz alone, by a method too", async () => {
      server.host("/post", `<p id="text">A post</p><script type="module" src="/social-or-not.js"></script><social-or-not lang="fr"></social-or-not>`);
      const content = JSON.stringify({ format: "social-or-not", model: "1.0.0", answers: BAKERY });
      const at = await arrive({ path: "/post" });
      await assert.rejects(drop(at.page, "#text", content), /the browser would open/);
      await drop(at.page, "social-or-not", content);
      await at.quiz.wait("[part=verdict]");
      const by = await arrive({ path: "/post" });
      await by.quiz.host((element, content) => element.open(content), content);
      await by.quiz.wait("[part=verdict]");
      assert.deepEqual(await by.quiz.report(), await at.quiz.report());
    });

    test("a sandboxed frame offers no file, and says where there are some", async () => {
      server.host("/framed", `<iframe sandbox="allow-scripts" src="/embed.html#lang=fr" width="380" height="800"></iframe>`);
      const page = await open(browser, `${server.address}/framed`);
      const frame = await (await page.waitForSelector("iframe")).contentFrame();
      await frame.waitForFunction(() => document.querySelector("social-or-not")?.shadowRoot?.querySelector("input[name=who]"));
      const said = await frame.evaluate(async (answers) => {
        const element = document.querySelector("social-or-not");
        element.answers = answers;
        const share = await new Promise((resolve) => {
          const look = () => { const share = element.shadowRoot.querySelector("[part=share]"); if (share) resolve(share); else requestAnimationFrame(look); };
          look();
        });
        return { text: share.textContent, files: share.querySelectorAll("input[type=file]").length };
      }, BAKERY);
      assert.equal(said.files, 0);
      assert.ok(plain(said.text).includes(plain(words("fr", "record")["save.not_here"])), said.text);
    });
  });
}
