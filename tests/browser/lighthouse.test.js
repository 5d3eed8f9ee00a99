// What Lighthouse finds on the pages, but for how fast they are: that depends on the machine (see lighthouse.js).

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PAGES, audit, imperfect, site } from "./lighthouse.js";

/** Categories that are the same on every machine. */
const CATEGORIES = ["accessibility", "best-practices", "seo"];
/** What makes pages fast, and can be told without a clock. */
const THRIFT = [
  "cumulative-layout-shift",
  "unused-javascript",
  "unused-css-rules",
  "unminified-javascript",
  "unminified-css",
  "uses-text-compression",
  "uses-long-cache-ttl",
  "duplicated-javascript",
  "legacy-javascript",
  "dom-size",
  "font-display",
  "no-document-write",
  "uses-passive-event-listeners",
  "viewport",
  "third-party-summary",
];

describe("lighthouse", () => {
  let pages;
  before(async () => { pages = await site(); });
  after(() => pages?.stop());

  for (const path of PAGES) {
    describe(`on ${path}`, () => {
      let report;
      before(async () => { report = await audit(pages.address + path); });

      for (const category of CATEGORIES) {
        test(`${category}: 100`, () => {
          const faults = imperfect(report, category).map(({ title, items }) => `${title} ${items.join(" ")}`);
          assert.deepEqual([Math.round(report.categories[category].score * 100), ...faults], [100]);
        });
      }

      test("nothing is shifted, unused, uncompressed or fetched twice", () => {
        const faults = THRIFT.filter((id) => report.audits[id].score !== null && report.audits[id].score < 1);
        const items = (id) => (report.audits[id].details?.items ?? []).map((item) => item.url ?? JSON.stringify(item)).join(" ");
        assert.deepEqual(faults.map((id) => `${id}: ${report.audits[id].displayValue} ${items(id)}`), []);
      });
    });
  }
});
