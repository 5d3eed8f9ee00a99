// The product's texts, read from words/, so that tests name buttons as readers do and break with no change of wording.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./harness.js";

/** The texts of a file by their dotted key: `words("fr", "interface")["question.next"]`. */
export const words = (lang, file) => read(join("words", lang, `${file}.toml`));

/** The texts of the page around the quiz. */
export const pageTexts = (lang) => read(join("page", `${lang}.toml`));

function read(path) {
  const texts = {};
  let table = "";
  for (const line of readFileSync(join(ROOT, path), "utf8").split("\n")) {
    const header = /^\[(.+)\]$/.exec(line);
    const row = /^(\w+) = (".*")$/.exec(line);
    if (header) table = `${header[1]}.`;
    if (row) texts[table + row[1]] = JSON.parse(row[2]);
  }
  return texts;
}

/** A text without its typography, as authors type it. Runs in Node; the page's texts are brought here to be compared. */
export const plain = (text) =>
  text.replaceAll("’", "'").replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "").replaceAll(/\s+/g, " ").trim();
