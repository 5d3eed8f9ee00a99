// What Lighthouse says of the pages, on a phone as it imagines one: built for their address, served as `xtask serve` does.
// `node tests/browser/lighthouse.js [address]` prints the four scores and what is not perfect; not a test, since how fast a page is
// depends on the machine. With an address, that page is looked at instead.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { ROOT, freePort } from "./harness.js";

const XTASK = process.env.XTASK ?? join(ROOT, "target/xtask/xtask");
export const PAGES = ["/", "/en/"];

/** The pages at an address of their own, and what takes them away again. */
export async function site() {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  // Its address is written in canonical links and those to the other language, which Lighthouse reads.
  const built = spawnSync(XTASK, ["build", "--site", `${address}/`, "--out", folder], { cwd: ROOT, encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stderr);
  const server = spawn(XTASK, ["serve", "--no-build", "--port", String(port), "--out", folder], { stdio: ["ignore", "pipe", "inherit"] });
  // It says its address once it can be reached.
  await once(server.stdout, "data");
  return {
    address,
    stop() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The report on a page, by Lighthouse's own preset for mobile devices. */
export async function audit(address) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    const { lhr } = await lighthouse(address, { logLevel: "error", output: "json" }, undefined, await browser.newPage());
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await browser.close();
  }
}

/** The audits of a category that count and are not perfect, each with what it found. */
export function imperfect({ categories, audits }, category) {
  return categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => ({ id, title: audits[id].title, says: audits[id].displayValue ?? "", items: (audits[id].details?.items ?? []).map(shown) }));
}

/** What an audit found, in short. */
const shown = (item) => item.node?.snippet ?? item.url ?? item.description ?? item.source?.url ?? JSON.stringify(item);

async function print(address) {
  const report = await audit(address);
  console.log(`\n${address}`);
  for (const [id, { title, score }] of Object.entries(report.categories)) {
    console.log(`${title.padEnd(16)}${String(Math.round(score * 100)).padStart(4)}`);
    for (const { title, says, items } of imperfect(report, id)) console.log(`    ${title} ${says} ${items.join(" ")}`);
  }
  for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index", "total-byte-weight"]) {
    console.log(`  ${id.padEnd(30)}${report.audits[id].displayValue}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [given] = process.argv.slice(2);
  const pages = given ? { address: "", stop() {} } : await site();
  try {
    for (const path of given ? [given] : PAGES) await print(pages.address + path);
  } finally {
    pages.stop();
  }
}
