// The picture of a result: what is drawn, read back pixel by pixel, and where everything stands on it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { PNG } from "pngjs";
import { arrange } from "../../src/embed/picture.js";
import { BROWSERS, DIST, ROOT, launch, open, ready, serve } from "./harness.js";

const read = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
/** Readers who come to every verdict between them. */
const READERS = [...read("tests/personas.json").map(({ answers }) => answers), ...Object.values(read("tests/witnesses.json"))];
const BAKERY = READERS[0];
const VERDICTS = ["go", "leave", "leave, pause", "listen", "no", "prepare", "refocus", "start_small"];

const names = readdirSync(DIST);
const file = (pattern) => `/${names.find((name) => pattern.test(name))}`;
const FILES = {
  glue: file(/^whole\..*\.js$/),
  wasm: file(/^whole\..*\.wasm$/),
  ...Object.fromEntries(["fr", "en"].map((lang) => [lang, [`words.${lang}`, `record.${lang}`].map((name) => file(new RegExp(`^${name}\\..*\\.txt$`)))])),
};

// What must stay empty at each edge, where hosts cut pictures and round their corners.
const SAFE = 24;

/** Runs in the page: the pictures of readers, with what they say and where. */
async function inPage(files, lang, readers, options) {
  const glue = await import(files.glue);
  await glue.default({ module_or_path: new URL(files.wasm, location.href) });
  const [words, record] = await Promise.all(files[lang].map(async (file) => (await fetch(file)).text()));
  const root = document.querySelector("social-or-not").shadowRoot;
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(root.querySelector("#mount")).fontFamily;
  const measure = (text, size, face) => {
    context.font = `${face === "bold" ? 700 : 400} ${size}px ${family}`;
    return context.measureText(text).width;
  };
  const pictures = [];
  for (const answers of readers) {
    const { verdict, pause } = JSON.parse(glue.evaluate(answers, options));
    // A quiz that was kept at its result, as the element opens it.
    const kept = { format: "social-or-not", model: "1.0.0", answers, weights: options.weights };
    const quiz = new glue.Quiz(document.createElement("div"), { lang, words, recordWords: record, record: kept, today: options.today }, () => {});
    const facts = JSON.parse(quiz.file("png"));
    quiz.destroy();
    quiz.free();
    const bytes = new Uint8Array(await (await glue.picture(root, facts)).arrayBuffer());
    const arranged = glue.arrange(facts, measure);
    pictures.push({ verdict: pause ? `${verdict}, pause` : verdict, facts, arranged: structuredClone(arranged), png: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) });
  }
  // Each verdict with the longest that can follow it.
  const longest = (name) => pictures.map(({ facts }) => facts[name]).reduce((one, other) => (other.length > one.length ? other : one));
  const [lead, notes] = [longest("lead"), longest("notes")];
  for (const picture of pictures) picture.fullest = structuredClone(glue.arrange({ ...picture.facts, lead, notes }, measure));
  return { pictures, left: root.querySelectorAll("[hidden]").length };
}

/** The pixels of a picture. */
function pixels(png) {
  const { width, height, data } = PNG.sync.read(Buffer.from(png, "base64"));
  assert.deepEqual([width, height], [1200, 630]);
  const at = (x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
  const paper = at(0, 0);
  const all = new Uint32Array(Uint8Array.from(data).buffer);
  let [left, top, right, bottom, count] = [width, height, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (all[y * width + x] === all[0]) continue;
      [left, top, right, bottom, count] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y), count + 1];
    }
  }
  return { paper, at, share: count / (width * height), ink: { left, top, right, bottom } };
}

/** Nothing lies on anything else, and nothing comes near the edge. */
function checkPlaces({ texts, scales, swatches, doors, rules }, which) {
  const boxes = [
    ...texts.map((box) => ({ ...box, is: `“${box.text}”` })),
    { ...scales, is: "the scales" },
    ...swatches.map((box) => ({ ...box, is: `the sign of ${box.side}` })),
    ...doors.map((box, place) => ({ ...box, is: `door ${place + 1}` })),
    ...rules.map((top) => ({ left: 64, top: top - 1, width: 1072, height: 2, is: `the rule at ${top}` })),
  ];
  for (const [place, one] of boxes.entries()) {
    assert.ok(one.width > 0 && one.height > 0, `${which}: ${one.is} has no size`);
    assert.ok(one.left >= SAFE && one.top >= SAFE && one.left + one.width <= 1200 - SAFE && one.top + one.height <= 630 - SAFE, `${which}: ${one.is} is too near the edge`);
    for (const other of boxes.slice(place + 1)) {
      const apart = one.left + one.width <= other.left + 0.5 || other.left + other.width <= one.left + 0.5
        || one.top + one.height <= other.top + 0.5 || other.top + other.height <= one.top + 0.5;
      assert.ok(apart, `${which}: ${one.is} lies on ${other.is}`);
    }
  }
}

/** What is written, in the order in which it is. */
const written = ({ texts }) => texts.map(({ text }) => text).join(" ");

const FACTS = {
  title: "Should you be on social media?",
  headline: "Yes, but on one network only.",
  lead: "One network well kept is worth more than three neglected. Yours: Instagram, 3.5 h a week.",
  notes: [],
  basis: "Answers: 12 of 21, 15 January 2026.",
  name: "Social or Not",
  sums: [{ value: "−34", name: "against" }, { value: "+39", name: "balance" }, { value: "+73", name: "for" }],
  gatesTitle: "Three gates to pass",
  gates: ["Why", "Where", "How"].map((name) => ({ name, state: "ajar" })),
};
/** Type in which every letter has the same width. */
const even = (width) => (text, size) => text.length * size * width;

describe("where things stand on the picture", () => {
  test("texts are as large as they fit, however long, in type however wide", () => {
    const long = {
      ...FACTS,
      title: FACTS.title.repeat(3),
      headline: "Wondering whether overwhelmingly long words matter",
      lead: `${FACTS.lead} `.repeat(3).trim(),
      notes: ["This verdict is provisional.", "This verdict follows your own weights."],
      basis: FACTS.basis.repeat(3),
      name: FACTS.name.repeat(5),
      sums: FACTS.sums.map(({ value, name }) => ({ value: value + "000", name: name.repeat(3) })),
      gates: FACTS.gates.map(({ name, state }) => ({ name: name.repeat(6), state: state.repeat(5) })),
    };
    for (const facts of [FACTS, long]) {
      let before = Infinity;
      for (const width of [0.4, 0.5, 0.6, 0.8, 1.2]) {
        const arranged = arrange(facts, even(width));
        checkPlaces(arranged, `letters ${width} wide`);
        for (const text of [facts.title, facts.headline, facts.lead, ...facts.notes, facts.basis, facts.name]) assert.ok(written(arranged).includes(text), text);
        const { size } = arranged.texts.find(({ face }) => face === "head");
        assert.ok(size <= before && size > 20, `${size} with letters ${width} wide`);
        before = size;
      }
    }
  });

  test("lines of a paragraph are about equally long, and break at no other space than a plain one", () => {
    const { texts } = arrange({ ...FACTS, headline: "Vraiment\u00a0? Oui, mais sur un seul réseau\u202f!" }, even(0.5));
    const lines = texts.filter(({ face }) => face === "head");
    assert.equal(lines.length, 2);
    assert.ok(lines[1].text.endsWith("réseau\u202f!"), lines[1].text);
    assert.ok(Math.abs(lines[0].width - lines[1].width) < 0.5 * lines[0].width, lines.map(({ text }) => text).join(" / "));
  });

  test("the quiz's own address stands at the foot, if others can open it", () => {
    for (const [address, expected] of [
      ["https://example.org/quiz/en/#r=", "example.org/quiz/en"],
      ["https://example.org/index.html", "example.org"],
      ["http://localhost:8080/", FACTS.name],
      ["file:///home/me/social-or-not.html", FACTS.name],
      [undefined, FACTS.name],
    ]) {
      assert.ok(arrange({ ...FACTS, address }, even(0.5)).texts.some(({ text }) => text === expected), address);
    }
  });
});

for (const program of BROWSERS) {
  describe(`picture in ${program.name}`, async () => {
    const server = await serve();
    const browser = await launch(program);

    async function draw(lang, readers, { attributes = "", head = "", weights = {}, before } = {}) {
      server.host("/post", `<script type="module" src="/social-or-not.js"></script><social-or-not lang="${lang}" storage="none" ${attributes}></social-or-not>`, head);
      const page = await open(browser, `${server.address}/post`);
      await before?.(page);
      await ready(page);
      const { pictures, left } = await page.evaluate(inPage, FILES, lang, readers, { today: "2026-01-15", weights });
      assert.equal(left, 0, "nothing is left in the page");
      assert.deepEqual(page.faults, []);
      return pictures;
    }

    for (const lang of ["fr", "en"]) {
      test(`every verdict fits, in ${lang}`, async () => {
        // With weights of one's own, and hardly an answer: then there is most to say.
        const pictures = [...(await draw(lang, READERS)), ...(await draw(lang, [{ who: "b2b" }, ...READERS], { weights: { effort: 2 } }))];
        assert.deepEqual([...new Set(pictures.map(({ verdict }) => verdict))].sort(), VERDICTS);
        assert.ok(pictures.some(({ facts }) => facts.notes.length === 2));
        const drawn = new Set();
        for (const { verdict, facts, arranged, fullest, png } of pictures) {
          const which = `${verdict}, “${facts.lead}”`;
          checkPlaces(arranged, which);
          checkPlaces(fullest, `${which}, with all that can be said`);
          for (const text of [facts.title, facts.headline, facts.lead, facts.basis]) assert.ok(written(arranged).includes(text), `${which}: ${text}`);
          // Each picture takes a while to read: one of each verdict tells.
          if (drawn.has(verdict)) continue;
          drawn.add(verdict);
          const { paper, at, share, ink } = pixels(png);
          assert.deepEqual(paper, [255, 255, 255, 255], which);
          for (const [x, y] of [[1199, 0], [0, 629], [1199, 629]]) assert.deepEqual(at(x, y), paper, which);
          assert.ok(ink.left >= SAFE && ink.top >= SAFE && ink.right < 1200 - SAFE && ink.bottom < 630 - SAFE, `${which}: ${JSON.stringify(ink)}`);
          // To the rules at all four sides, but for a letter's overhang; and neither blank nor black.
          for (const [side, place] of Object.entries({ left: 64, top: 37, right: 1135, bottom: 593 })) assert.ok(Math.abs(ink[side] - place) <= 3, `${which}: ${side} ${ink[side]}`);
          assert.ok(share > 0.03 && share < 0.25, `${which}: ${share}`);
        }
      });
    }

    test("in a dark page it has the publisher's light colours and own type", async () => {
      const head = `<style>:root { color-scheme: dark } social-or-not { font-family: monospace; --son-surface: #fdf6e3; --son-surface-dark: #002b36; --son-text: #073642; --son-text-dark: #eee8d5; --son-pro: #b58900; --son-con: #9b1c1c }</style>`;
      const [{ png, arranged }] = await draw("en", [BAKERY], { head, attributes: `theme="dark"` });
      const { paper, at } = pixels(png);
      assert.deepEqual(paper, [0xfd, 0xf6, 0xe3, 255]);
      assert.deepEqual(at(600, 38), [0x07, 0x36, 0x42, 255], "the rule above");
      // A yellow that could not be read on this paper gives way to the ink.
      const pro = arranged.swatches.find(({ side }) => side === "pro");
      const inside = (box) => [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
      assert.deepEqual(at(...inside(pro)), [0x07, 0x36, 0x42, 255]);
      const [plain] = await draw("en", [BAKERY]);
      const width = ({ arranged, facts }) => arranged.texts.find(({ text }) => text === facts.basis).width;
      assert.ok(Math.abs(width({ arranged, facts: plain.facts }) - width(plain)) > 5, "other type");
    });

    test("a surface that the page shines through gives black on white", async () => {
      const head = `<style>body { background: #111 } social-or-not { --son-surface: transparent; --son-text: #fff; --son-muted: #ccc }</style>`;
      const [{ png }] = await draw("fr", [BAKERY], { head });
      const { paper, at, share } = pixels(png);
      assert.deepEqual([paper, at(600, 38)], [[255, 255, 255, 255], [0, 0, 0, 255]]);
      assert.ok(share > 0.03);
    });

    // Only Chromium's protocol can force colours.
    if (program.name === "chrome") {
      test("colours that a reader forces on pages do not go into the picture", async () => {
        const [{ png }] = await draw("fr", [BAKERY], {
          before: async (page) => (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }, { name: "prefers-color-scheme", value: "dark" }] }),
        });
        const { paper, at } = pixels(png);
        assert.deepEqual([paper, at(600, 38)], [[255, 255, 255, 255], [0, 0, 0, 255]]);
      });
    }
  });
}
