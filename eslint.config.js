// What ESLint holds the scripts to: no name that nothing gives, none that nothing uses, none of the faults that it recommends against.

import js from "@eslint/js";
import globals from "globals";

/** A name may be given to a property only to leave that property out of the rest. */
const UNUSED = ["error", { ignoreRestSiblings: true }];

/** The files of a folder know the names of where they run, and no others. */
const where = (files, names) => ({ files, languageOptions: { globals: names } });

export default [
  { ignores: ["dist/", "target/"] },
  js.configs.recommended,
  { rules: { "no-unused-vars": UNUSED } },
  where(["src/**", "page/**", "integrations/wordpress/**"], globals.browser),
  where(["page/worker.js"], globals.serviceworker),
  where(["page/draw.js"], globals.node),
  where(["integrations/npm/**", "integrations/eleventy/**"], globals.node),
  // Tests hold functions that run in the page, where axe-core may have been put.
  where(["tests/**"], { ...globals.node, ...globals.browser, axe: "readonly" }),
];
