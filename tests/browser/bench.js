// How long `evaluate` takes in Chromium: the median microseconds for one set of answers. Wants dist/; not a test.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const ROOT = new URL("../../", import.meta.url).pathname;
const PERSONAS = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8"));
const TYPES = { js: "text/javascript", wasm: "application/wasm", txt: "text/plain; charset=utf-8" };
/** A clock in a browser counts in tenths of a millisecond: many calls are timed together, many times. */
const CALLS = 50;
const ROUNDS = 41;

const server = createServer((request, response) => {
  const name = new URL(request.url, "http://localhost").pathname;
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
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const times = await page.evaluate(async (personas, calls, rounds) => {
    const { evaluate } = await import("/social-or-not.js");
    const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
    const times = [];
    for (const { id, answers } of personas) {
      const samples = [];
      // The first rounds are the compiler's.
      for (let round = -10; round < rounds; round++) {
        const start = performance.now();
        for (let call = 0; call < calls; call++) await evaluate(answers);
        if (round >= 0) samples.push((performance.now() - start) * 1000 / calls);
      }
      times.push([id, median(samples)]);
    }
    return [...times, ["median", median(times.map(([, time]) => time))]];
  }, PERSONAS, CALLS, ROUNDS);
  for (const [id, time] of times) console.log(`${id.padEnd(24)}${time.toFixed(1).padStart(8)} µs`);
} finally {
  await browser.close();
  server.close();
}
