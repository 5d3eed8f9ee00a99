// What a first visit may download, in brotli bytes. 1 KB is 1,000 bytes.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { DIST } from "./harness.js";

// A little above what was measured. They grow only with what a reader gets: the policy and the previews in the page, the frame's
// and the package's needs, storage that lies and files in the element, the plan, the record, the picture and print in the whole.
const BUDGET = [
  ["the page", /^index\.html$/, 2_100],
  ["the page's styles", /^page\..*\.css$/, 1_000],
  ["the widget's styles", /^widget\..*\.css$/, 5_450],
  ["the element", /^social-or-not\.js$/, 6_150],
  ["the questions' glue", /^questions\..*\.js$/, 3_100],
  ["the questions", /^questions\..*\.wasm$/, 65_200],
  ["the words of one language", /^words\.fr\..*\.txt$/, 10_000],
];
const FIRST_LOAD = 92_200;
// Follows while the questions are answered.
const WHOLE = 146_200;
const RECORD = 4_100;

// The page that compares results has these of its own. The quiz loads none of them.
const COMPARISON = [
  ["its page", /^compare\.html$/, 1_300],
  ["its script", /^compare\..*\.js$/, 3_050],
  ["its styles", /^comparison\..*\.css$/, 1_450],
  ["its module", /^comparison\..*\.wasm$/, 74_500],
  ["its glue", /^comparison\..*\.js$/, 2_900],
  ["its words", /^comparison\.fr\..*\.txt$/, 1_250],
];

const names = readdirSync(DIST);
const size = (pattern) => statSync(join(DIST, `${names.find((name) => pattern.test(name))}.br`)).size;

describe("budget", () => {
  for (const [what, pattern, most] of BUDGET) {
    test(`${what}: at most ${most.toLocaleString("en")} bytes`, () => assert.ok(size(pattern) <= most, `it has ${size(pattern)}`));
  }

  test(`the first load: at most ${FIRST_LOAD.toLocaleString("en")} bytes`, () => {
    const total = BUDGET.reduce((sum, [, pattern]) => sum + size(pattern), 0);
    assert.ok(total <= FIRST_LOAD, `it has ${total}`);
  });

  test(`what the result takes beside it: at most ${WHOLE.toLocaleString("en")} bytes`, () => {
    const total = size(/^whole\..*\.wasm$/) + size(/^whole\..*\.js$/);
    assert.ok(total <= WHOLE, `it has ${total}`);
  });

  for (const [what, pattern, most] of COMPARISON) {
    test(`the comparison, ${what}: at most ${most.toLocaleString("en")} bytes`, () => assert.ok(size(pattern) <= most, `it has ${size(pattern)}`));
  }

  test(`the words of the plan: at most ${RECORD.toLocaleString("en")} bytes`, () => {
    assert.ok(size(/^record\.fr\..*\.txt$/) <= RECORD, `they have ${size(/^record\.fr\..*\.txt$/)}`);
  });
});
