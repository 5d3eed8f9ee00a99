// What a first visit may download, in brotli bytes. 1 KB is 1,000 bytes.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { DIST } from "./harness.js";

// A little above what was measured. These numbers only ever go down.
const BUDGET = [
  ["the page", /^index\.html$/, 2_000],
  ["the page's styles", /^page\..*\.css$/, 1_000],
  ["the widget's styles", /^widget\..*\.css$/, 4_800],
  ["the element", /^social-or-not\.js$/, 4_800],
  ["the quiz module's glue", /^quiz\..*\.js$/, 3_200],
  ["the quiz module", /^quiz\..*\.wasm$/, 87_000],
  ["the words of one language", /^words\.fr\..*\.txt$/, 9_600],
];
const FIRST_LOAD = 110_000;

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
});
