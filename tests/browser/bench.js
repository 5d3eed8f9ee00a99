// How long `evaluate` takes in Chromium, with how firm the result is: at the processor's own speed and four times slower, as
// on a phone. `node tests/browser/bench.js`. Wants dist/; not a test.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const ROOT = new URL("../../", import.meta.url).pathname;
const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
/** Beside the personas: who has everything still open, which takes longest. */
const READERS = [...PERSONAS, { id: "nobody", answers: {} }];
const TYPES = { js: "text/javascript", wasm: "application/wasm", txt: "text/plain; charset=utf-8" };
/** A page that is isolated has a clock that counts in microseconds: single calls can be timed. */
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
const SLOWER = [1, 4];
const CALLS = 41;

const server = createServer((request, response) => {
  const name = new URL(request.url, "http://localhost").pathname;
  response.setHeaders(new Headers(ISOLATED));
  if (name === "/") return response.setHeader("Content-Type", "text/html").end("<title>Bench</title>");
  try {
    response.setHeader("Content-Type", TYPES[name.split(".").pop()] ?? "text/plain").end(readFileSync(join(ROOT, "dist", name)));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});

/** Milliseconds of the first call in a new page, and of calls once the compiler has done its work. */
async function time(answers, slower) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.emulateCPUThrottling(slower);
  const times = await page.evaluate(async (answers, calls) => {
    const { evaluate, questions } = await import("/social-or-not.js");
    // Loads what is needed, so that no download is timed.
    await questions();
    const times = [];
    for (let call = -10; call < calls; call++) {
      const start = performance.now();
      await evaluate(answers);
      if (call === -10 || call >= 0) times.push(performance.now() - start);
    }
    return times;
  }, answers, CALLS);
  await page.close();
  const [first, ...rest] = times;
  return { first, median: median(rest), worst: Math.max(...rest) };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const print = (name, cells) => console.log(name.padEnd(22) + cells.map((cell) => cell.padStart(9)).join(""));

try {
  for (const slower of SLOWER) {
    print(slower === 1 ? "ms" : `ms, ${slower} times slower`, ["first", "median", "worst"]);
    for (const { id, answers } of READERS) {
      const times = await time(answers, slower);
      print(id, [times.first, times.median, times.worst].map((time) => time.toFixed(2)));
    }
  }
} finally {
  await browser.close();
  server.close();
}
