// The result on paper: everything is there, nothing that one presses is, and each page is looked at as a picture.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, describe, test } from "node:test";
import { PNG } from "pngjs";
import { BROWSERS, DIST, ROOT, launch, open, ready, serve } from "./harness.js";
import { plain, words } from "./words.js";

const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const PAGES = { fr: "/", en: "/en/" };
/** Whose result is printed, and what each printing is: a language and a paper. */
const READERS = {
  bakery: [["fr", "A4"], ["fr", "Letter"], ["en", "A4"], ["en", "Letter"]],
  industrial_b2b: [["fr", "A4"], ["en", "Letter"]],
  dormant_account: [["fr", "Letter"], ["en", "A4"]],
  core_only_uncertain: [["fr", "A4"], ["en", "Letter"]],
};
const PAPERS = { A4: [210, 297], Letter: [215.9, 279.4] };
const DOTS = 50;

const folder = mkdtempSync(join(tmpdir(), "print-"));
after(() => rmSync(folder, { recursive: true }));

/** A reader's answers; what is core and was not answered is not known to them, so that there is a result. */
function answersOf(id) {
  const { answers } = PERSONAS.find((persona) => persona.id === id);
  const core = ["who", "presence", "goals", "strategy", "audience", "value", "hours", "runner", "constancy"];
  return { ...Object.fromEntries(core.map((question) => [question, null])), ...answers };
}

function poppler(program, ...rest) {
  try {
    return execFileSync(program, rest, { encoding: "utf8" });
  } catch (error) {
    throw error.code === "ENOENT" ? new Error(`${program} is missing. Run: apt-get install poppler-utils`) : error;
  }
}

/** A text without what a page does to it: lines, typography, ligatures. */
const bare = (text) => plain(text.normalize("NFKC")).replaceAll(/\s/g, "");

let printed = 0;

/** What a page gives on paper: the lines of each sheet of it, and their pictures. */
async function print(page, format, options = {}) {
  const file = join(folder, `${printed++}.pdf`);
  await page.pdf({ path: file, format, ...options });
  const sheets = poppler("pdftotext", "-layout", file, "-").split("\f").slice(0, -1).map((sheet) => sheet.split("\n").filter((line) => line.trim()));
  poppler("pdftoppm", "-r", String(DOTS), "-png", file, file.slice(0, -4));
  const names = readdirSync(folder).filter((name) => name.startsWith(`${printed - 1}-`)).sort();
  // Here as they lie on the sheet, there as they were drawn: columns are not mixed.
  return { sheets, text: bare(poppler("pdftotext", "-raw", file, "-")), pictures: names.map((name) => PNG.sync.read(readFileSync(join(folder, name)))) };
}

/** What is to be seen of a picture: where the ink ends, in millimetres from each edge, and how much of it is dark or coloured. */
function look({ width, height, data }) {
  const millimetres = (dots) => (dots / DOTS) * 25.4;
  let [left, right, top, bottom, dark, coloured] = [width, 0, height, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const [least, most] = [Math.min(data[at], data[at + 1], data[at + 2]), Math.max(data[at], data[at + 1], data[at + 2])];
      if (most - least > 40) coloured++;
      if (most < 128) dark++;
      if (least > 240) continue;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
  }
  const edges = [left, width - 1 - right, top, height - 1 - bottom].map(millimetres);
  return { edges, dark: dark / (width * height), coloured: coloured / (width * height) };
}

/** What the screen says, by which the paper is measured. */
const shown = (quiz) => quiz.host(({ shadowRoot }) => {
  const texts = (selector) => [...shadowRoot.querySelectorAll(selector)].map((node) => node.textContent);
  const entries = [...shadowRoot.querySelectorAll("[part=entry]")];
  return {
    // What stands before it is for screen readers.
    verdict: [shadowRoot.querySelector(".son-verdict__text").lastChild.textContent, ...texts(".son-verdict__lead")],
    entries: entries.map((entry) => [entry.querySelector(".son-entry__title").textContent, entry.querySelector(".son-entry__source").textContent]),
    headings: texts("h2, h3, h4"),
    addresses: [...shadowRoot.querySelectorAll("[part=networks] a, [part=plan] a")].map((link) => link.getAttribute("href")),
    networks: texts(".son-network__name, .son-skip strong"),
    gates: texts(".son-gate__state"),
    reasons: texts(".son-reason span:last-child"),
    plan: texts("[part=plan] .son-step, [part=plan] .son-try p"),
    sources: texts("[part=ledger] .son-sources li"),
    controls: texts("button:not(.son-entry__because button):not(.son-actions--said button), summary, label").map((text) => text.trim()),
    link: shadowRoot.querySelector("[part=share] input").value,
  };
});

for (const program of BROWSERS) {
  describe(`the result on paper in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);
    const evening = await launch(program, { preferences: { "ui.systemUsesDarkTheme": 1 } });

    /** A page of ours that shows somebody's result. */
    async function resultOf(id, { lang = "fr", dark = false } = {}) {
      const page = await open(dark ? evening : browser, server.address + PAGES[lang]);
      if (dark && program.name === "chrome") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
      const quiz = await ready(page);
      await quiz.host((element, answers) => { element.answers = answers; }, answersOf(id));
      await quiz.wait("[part=firm] figure");
      return { page, quiz };
    }

    for (const [id, printings] of Object.entries(READERS)) {
      for (const [lang, format] of printings) {
        test(`${id} takes everything along, and nothing to press, in ${lang} on ${format}`, async () => {
          const { page, quiz } = await resultOf(id, { lang });
          const says = await shown(quiz);
          const { sheets, text, pictures } = await print(page, format);
          const lacks = (texts) => texts.filter((said) => !text.includes(bare(said)));

          for (const part of ["verdict", "gates", "reasons", "entries", "sources", "networks", "addresses", "plan"]) {
            // Who is to leave them all has no figures.
            assert.ok(says[part].length > 0 || part === "addresses", `there are ${part}`);
            assert.deepEqual(lacks(says[part].flat()), [], `${part} that are not on the paper`);
          }
          for (const question of Object.keys(answersOf(id))) {
            const name = words(lang, "questions")[`${question}.name`];
            assert.ok(text.includes(bare(name)), `the answer on ${name} is not on the paper`);
          }
          assert.ok(text.includes(bare(says.link)), "the result's address in full");
          assert.match(sheets[0][1], /\b20\d\d\b/, "the day below the title");

          const lines = sheets.flat().map((line) => bare(line));
          const controls = [...new Set(says.controls)].filter((control) => control.length > 2 && !/^[−+]?\d/.test(control));
          assert.ok(controls.length > 8, "the screen has controls");
          assert.deepEqual(controls.filter((control) => lines.includes(bare(control))), [], "controls on the paper");

          // A line of the account is on one sheet, and no heading ends one.
          const whole = sheets.map((sheet) => bare(sheet.join("\n")));
          for (const [title, source] of says.entries) {
            assert.ok(whole.some((sheet) => sheet.includes(bare(title)) && sheet.includes(bare(source))), `${title} is split`);
          }
          const headings = new Set(says.headings.map(bare));
          for (const [number, sheet] of sheets.entries()) {
            assert.ok(!headings.has(bare(sheet.at(-1))), `sheet ${number + 1} ends with the heading ${sheet.at(-1)}`);
            const lead = bare(sheet.at(-2) ?? "");
            assert.ok(number + 1 === sheets.length || !headings.has(lead), `sheet ${number + 1} ends with a heading and one line: ${lead}`);
          }
          assert.ok(sheets.at(-1).length >= 4, `the last sheet has but ${sheets.at(-1)}`);

          const [width, height] = PAPERS[format];
          for (const [number, picture] of pictures.entries()) {
            assert.ok(Math.abs(picture.width - (width / 25.4) * DOTS) < 2 && Math.abs(picture.height - (height / 25.4) * DOTS) < 2, `sheet ${number + 1} is of another paper`);
            const { edges, dark, coloured } = look(picture);
            assert.ok(edges.every((edge) => edge > 10), `sheet ${number + 1} has ink ${edges.map(Math.round)} mm from the edges`);
            assert.ok(edges[0] < 20 && edges[1] < 20, `sheet ${number + 1} leaves ${edges.map(Math.round)} mm`);
            assert.ok(dark < 0.1 && coloured === 0, `sheet ${number + 1} has ${dark} dark, ${coloured} coloured`);
          }
          assert.equal(pictures.length, sheets.length);
          assert.deepEqual(page.faults, []);
        });
      }
    }

    test("who prefers the dark has it black on white as well", async () => {
      const { page, quiz } = await resultOf("bakery", { lang: "en", dark: true });
      const isDark = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(await isDark(), "rgb(23, 24, 26)");
      await quiz.host((element) => { element.theme = "dark"; });
      for (const picture of (await print(page, "A4", { printBackground: true })).pictures) {
        const { edges, dark, coloured } = look(picture);
        assert.ok(edges.every((edge) => edge > 10) && dark < 0.1 && coloured === 0, `${edges} ${dark} ${coloured}`);
      }
      assert.equal(await isDark(), "rgb(23, 24, 26)", "the screen stays as it is");
    });

    test("what matters to the reader is said when it is not as usual", async () => {
      const { page, quiz } = await resultOf("bakery", { lang: "en" });
      const title = bare(words("en", "interface")["whatif.themes"]);
      assert.ok(!(await print(page, "A4")).text.includes(title));
      await (await quiz.find("[part=themes] button")).click();
      await quiz.wait(".son-note--above");
      assert.ok((await print(page, "A4")).text.includes(title));
    });

    test("in a host's page it prints within it, whole, and black on white in a dark one", async () => {
      const paragraph = "<p>What is written before and after it.</p>".repeat(8);
      const answers = JSON.stringify(answersOf("bakery"));
      server.host("/post", `<h1>A post</h1>${paragraph}<social-or-not lang="en" theme="dark" storage="none" answers='${answers}'></social-or-not>${paragraph}<p>The end of it.</p><script type="module" src="/social-or-not.js"></script>`,
        "<style>body { max-width: 40rem; margin: auto; color-scheme: dark; }</style>");
      const page = await open(browser, `${server.address}/post`);
      await page.evaluate(() => document.querySelector("social-or-not").scrollIntoView());
      const quiz = await ready(page);
      await quiz.wait("[part=firm] figure");
      const says = await shown(quiz);
      const { text, sheets, pictures } = await print(page, "A4", { margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
      assert.deepEqual([...says.entries.flat(), ...says.networks, ...says.addresses, says.link, "A post", "The end of it."].filter((said) => !text.includes(bare(said))), []);
      assert.ok(!sheets.flat().map((line) => bare(line)).includes(bare(words("en", "interface")["firm.try"])));
      for (const picture of pictures.slice(1, -1)) assert.ok(look(picture).dark < 0.1);
    });

    test("who has not come to the result yet prints the question", async () => {
      const page = await open(browser, `${server.address}/en/`);
      await ready(page);
      const { text, pictures } = await print(page, "A4");
      assert.ok(text.includes(bare(words("en", "questions")["who.text"])));
      assert.equal(pictures.length, 1);
    });

    /** The button, in a page or a frame where the result is shown. */
    const button = async (quiz, lang) => {
      await quiz.wait("[part=share]");
      const label = words(lang, "record")["share.print"];
      return (await quiz.host((element, label) => [...element.shadowRoot.querySelectorAll("[part=share] button")].map(({ textContent }) => textContent).filter((text) => text === label), label)).length;
    };

    test("a button prints, where the quiz has the page or the frame to itself", async () => {
      const fragment = new URLSearchParams({ lang: "en", storage: "none", answers: JSON.stringify(answersOf("bakery")) });
      server.host("/framed", `<iframe title="Quiz" style="width:100%;height:90vh" src="/embed.html#${fragment}"></iframe>`);
      server.host("/boxed", `<iframe title="Quiz" sandbox="allow-scripts" style="width:100%;height:90vh" src="/embed.html#${fragment}"></iframe>`);
      server.host("/host", `<script type="module" src="/social-or-not.js"></script><social-or-not lang="en" storage="none" answers='${fragment.get("answers")}'></social-or-not>`);
      const inside = async (path) => ready(await (await (await open(browser, server.address + path)).waitForSelector("iframe")).contentFrame());
      assert.equal(await button(await inside("/framed"), "en"), 1);
      assert.equal(await button(await inside("/boxed"), "en"), 0, "a sandbox has no dialogs");
      assert.equal(await button(await ready(await open(browser, `${server.address}/host`)), "en"), 0, "it would print the host's page");

      const page = await open(browser, pathToFileURL(join(DIST, "social-or-not.html")).href, { prepare: () => { globalThis.print = () => { globalThis.printed = true; }; } });
      const quiz = await ready(page);
      await quiz.host((element, answers) => { element.answers = answers; }, answersOf("bakery"));
      assert.equal(await button(quiz, "fr"), 1);
      await quiz.host((element, label) => [...element.shadowRoot.querySelectorAll("[part=share] button")].find(({ textContent }) => textContent === label).click(), words("fr", "record")["share.print"]);
      await page.waitForFunction(() => globalThis.printed);
    });
  });
}
