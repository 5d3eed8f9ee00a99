// What a browser saved, read from the disk once it is there.

import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The content of the file whose name matches, waited for, and removed. */
export async function downloaded(folder, pattern) {
  for (;;) {
    const names = readdirSync(folder);
    const name = names.find((name) => pattern.test(name));
    // Browsers write under another name first, or beside one.
    if (name && !names.some((name) => /\.(part|crdownload|tmp)$/.test(name))) {
      const content = readFileSync(join(folder, name));
      if (content.length > 0) {
        rmSync(join(folder, name));
        return Object.assign(content, { file: name });
      }
    }
    await pause(50);
  }
}
