// The quiz in WebKit, the engine of Safari: a reader's way, what is kept and handed on, without a server, at every width.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { PNG } from "pngjs";
import { downloaded } from "../browser/downloads.js";
import { ROOT, element, events, happened, listen, ready, serve } from "../browser/harness.js";
import { reader } from "../browser/reader.js";
import { pageTexts, plain, words } from "../browser/words.js";
import { webkit } from "./webkit/browser.js";

const NATIVE = process.env.NATIVE ?? join(ROOT, "target/release/social-or-not");
const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const BAKERY = PERSONAS.find(({ id }) => id === "bakery").answers;
const PAGES = { fr: "/", en: "/en/" };

const native = (command, ...given) => {
  const { status, stdout, stderr } = spawnSync(NATIVE, [command, ...given.slice(0, -1)], { input: given.at(-1), encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
};

describe("in WebKit", { timeout: 600_000 }, async () => {
  const home = mkdtempSync(join(tmpdir(), "social-or-not-webkit-"));
  after(() => rmSync(home, { recursive: true, force: true }));
  const server = await serve();
  const open = await webkit({ home });
  // A post that notes what the element tells, and what goes wrong.
  const noting = `(${listen})();
    faults = [];
    for (const name of ["error", "unhandledrejection"]) addEventListener(name, (event) => faults.push(String(event.message ?? event.reason)));
    console.error = (...said) => faults.push(said.join(" "));`;
  const post = (path, lang, attributes = "") => server.host(path, `<script type="module" src="/social-or-not.js"></script><social-or-not lang="${lang}" ${attributes}></social-or-not>`, `<script>${noting}</script>`);

  /** The standalone page, on which these answers are given. That it shows them tells that it is ready. */
  async function arrive(given, shown, { path = "/", from = server.address } = {}) {
    const page = await open(from + path);
    const quiz = element(page);
    if (given) await quiz.host((element, answers) => { element.answers = answers; }, given);
    await quiz.wait(shown);
    return { page, quiz, ...reader(page, quiz) };
  }
  /** The result, once nothing more is reckoned that moves what is below. */
  const RESULT = "[part=firm] figure";
  const answers = (quiz) => quiz.host((element) => element.answers);

  for (const lang of Object.keys(PAGES)) {
    for (const way of ["mouse", "keyboard"]) {
      test(`a reader comes to the verdict by ${way}, in ${lang}`, async () => {
        post("/post", lang);
        const page = await open(`${server.address}/post`);
        const quiz = await ready(page);
        await reader(page, quiz, { lang, way }).walk(BAKERY);
        await happened(page, "verdict");
        const { verdict } = JSON.parse(native("evaluate", "-", JSON.stringify(BAKERY)));
        assert.deepEqual(await events(page, "verdict"), [{ name: "verdict", verdict, first: true }]);
        assert.deepEqual((await events(page)).map(({ name }) => name).filter((name) => name !== "answer"), ["ready", "start", "verdict"]);
        assert.deepEqual(await page.evaluate("faults"), []);
      });
    }
  }

  test("every persona gets the report of the native command, byte for byte", async () => {
    server.host("/module", "<p>A page without the element.</p>");
    const page = await open(`${server.address}/module`);
    const readers = PERSONAS.map(({ answers }) => answers);
    const reports = await page.evaluate(async (readers) => {
      const { evaluate } = await import("/social-or-not.js");
      const reports = [];
      for (const answers of readers) reports.push(JSON.stringify(await evaluate(answers)));
      return reports;
    }, readers);
    for (const [place, answers] of readers.entries()) assert.equal(`${reports[place]}\n`, native("evaluate", "-", JSON.stringify(answers)), PERSONAS[place].id);
  });

  test("answers are there after a reload, and in the other language", async () => {
    const { page, quiz, answer } = await arrive({ who: "shop" }, "input[name=presence]");
    await answer("presence", "none");
    await page.reload();
    await quiz.wait("input[name=goals]");
    await (await page.waitForSelector(".page-head a")).click();
    await page.waitForFunction(() => document.documentElement.lang === "en" && document.readyState === "complete");
    await quiz.wait("input[name=goals]");
    assert.deepEqual(await answers(quiz), { who: "shop", presence: "none" });
  });

  test("the result's address opens it elsewhere, and two of them are compared as the native command does", async () => {
    const codes = [];
    for (const given of [BAKERY, { ...BAKERY, runner: "nobody" }]) {
      const { quiz } = await arrive(given, RESULT);
      codes.push(new URL(await quiz.host((element) => element.link)).hash.slice(1));
    }
    const { quiz } = await arrive(undefined, RESULT, { path: `/#${codes[0]}` });
    assert.deepEqual(await answers(quiz), BAKERY);
    const page = await open(`${server.address}/compare.html#${codes.join("&")}`, { width: 1280 });
    const board = element(page, 0, "#comparison");
    await board.wait(".son-apart");
    const { results } = JSON.parse(native("compare", ...codes.map((code) => code.slice(2)), ""));
    const shown = await board.host((host) => [...host.shadowRoot.querySelectorAll(".son-side__verdict")].map((verdict) => verdict.textContent));
    const texts = words("fr", "verdicts");
    assert.deepEqual(shown.map(plain), results.map(({ verdict }) => plain(texts[`${verdict}.short`])));
  });

  test("files are saved: the answers open again, the calendar and the decision say something, the picture is one", async () => {
    const { page, quiz, press } = await arrive(BAKERY, RESULT);
    const says = words("fr", "record");
    const save = async (name, extension) => {
      await press(says[`save.${name}`]);
      return downloaded(home, new RegExp(`\\.${extension}$`));
    };
    assert.deepEqual(JSON.parse(await save("json", "json")).answers, BAKERY);
    assert.match((await save("calendar", "ics")).toString(), /^BEGIN:VCALENDAR\r\n/);
    assert.match((await save("markdown", "md")).toString(), /^# /);
    const { width, height, data } = PNG.sync.read(await save("picture", "png"));
    assert.deepEqual([width, height], [1200, 630]);
    assert.ok(new Set(new Uint32Array(Uint8Array.from(data).buffer)).size > 50, "something is drawn on it");
    assert.equal(plain(await quiz.text("[part=share] [role=status]")), plain(says["share.saved"]));
    await page.reload();
    await quiz.wait("[part=verdict]");
  });

  test("after the first load everything works with the server gone", async () => {
    const product = await serve();
    const { page, quiz, walk } = await arrive({ who: BAKERY.who }, "input[name=presence]", { from: product.address });
    const note = await page.waitForSelector("[data-when=ready]:not([hidden])");
    assert.equal(plain(await note.evaluate((note) => note.textContent)), plain(pageTexts("fr").offline_ready));
    product.stop();
    await page.reload();
    await quiz.wait("input[name=presence]");
    await walk(BAKERY);
    await quiz.wait("[part=verdict]");
    await page.goto(`${product.address}/en/`);
    await quiz.wait("[part=verdict]");
    assert.equal(await quiz.host((element) => element.shadowRoot.querySelector(".son").lang), "en");
  });

  test("nothing is cut off or beyond the edge in a column of 320 pixels or more, and axe-core finds no fault", async () => {
    for (const lang of Object.keys(PAGES)) {
      for (const theme of ["light", "dark"]) {
        for (const width of [320, 390, 1280]) {
          server.host("/column", `<script type="module" src="/social-or-not.js"></script><main style="width:${width}px"><h1>A post</h1><social-or-not lang="${lang}" theme="${theme}"></social-or-not></main>`, `<script>${noting}${AXE}</script>`);
          const page = await open(`${server.address}/column`, { width: 1320, height: 1100 });
          const quiz = await ready(page);
          for (const result of [false, true]) {
            if (result) {
              await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
              await quiz.wait(RESULT);
            }
            const where = `${lang}, ${theme}, ${width} px, ${result ? "result" : "question"}`;
            const beyond = await quiz.host((element) => {
              const edge = element.getBoundingClientRect().right + 0.5;
              const shown = (node) => node.checkVisibility() && node.getBoundingClientRect().width > 1;
              return [...element.shadowRoot.querySelectorAll(".son *")].filter((node) => shown(node) && node.getBoundingClientRect().right > edge).map((node) => node.outerHTML.slice(0, 120));
            });
            assert.deepEqual(beyond, [], where);
            const faults = await page.evaluate(async () => (await axe.run("main")).violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html)}`));
            assert.deepEqual(faults, [], where);
          }
          assert.deepEqual(await page.evaluate("faults"), []);
        }
      }
    }
  });
});
