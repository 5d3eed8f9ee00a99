// The npm package as its users meet it: packed, installed, imported in Node, type-checked, and joined by other people's tools.

/* global events -- kept by the page that is built here */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import * as esbuild from "esbuild";
import * as vite from "vite";
import { BROWSERS, DIST, ROOT, happened, launch, open, ready, serve } from "../browser/harness.js";
import { reader } from "../browser/reader.js";

const NATIVE = process.env.NATIVE ?? join(ROOT, "target/release/social-or-not");
const PERSONAS = JSON.parse(await readFile(join(ROOT, "tests/personas.json"), "utf8"));
const BAKERY = PERSONAS.find(({ id }) => id === "bakery").answers;

const app = await mkdtemp(join(tmpdir(), "social-or-not-npm-"));
after(() => rm(app, { recursive: true, force: true }));
const write = (name, text) => writeFile(join(app, name), text);

/** Runs a program in the app; what it printed. */
function run(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: app, encoding: "utf8", maxBuffer: 1e9 });
  assert.equal(status, 0, error?.message ?? `${stdout}\n${stderr}`);
  return stdout;
}

// A project with the package, as its tarball installs it.
await write("package.json", JSON.stringify({ name: "app", private: true, type: "module" }));
const [{ filename, files }] = JSON.parse(run("npm", "pack", join(DIST, "npm"), "--json", "--loglevel=error"));
run("npm", "install", `./${filename}`, "--offline", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
const installed = join(app, "node_modules/social-or-not");
const textOf = (name) => readFile(join(installed, name), "utf8");

await mkdir(join(app, "src"));
await write("src/main.js", `import "social-or-not";\n`);
await write("index.html", page(`<script type="module" src="/src/main.js"></script>`));

function page(script) {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>An app</title><link rel="icon" href="data:,"></head><body><social-or-not></social-or-not>${script}</body></html>`;
}

/** What the tools have to say against the package. */
const complaints = [];
const customLogger = vite.createLogger("silent");
customLogger.warn = customLogger.warnOnce = customLogger.error = (message) => complaints.push(message);
const ours = { root: app, configFile: false, customLogger };

/** Ways to bring the package into an app: the address of the app's page, built and served. */
const TOOLS = {
  "Vite's build": async () => {
    const folder = join(app, "vite");
    await vite.build({ ...ours, build: { outDir: folder } });
    return (await serve({ folder })).address;
  },
  "Vite's build for a folder of a site": async () => {
    const folder = join(app, "vite-folder");
    await vite.build({ ...ours, base: "/some/where/", build: { outDir: join(folder, "some/where") } });
    return `${(await serve({ folder })).address}/some/where`;
  },
  "Vite's development server": async () => {
    const server = await vite.createServer({
      ...ours, cacheDir: join(app, "vite-cache"), optimizeDeps: { exclude: ["social-or-not"] },
      server: { host: "127.0.0.1", port: 0, watch: null },
    });
    after(() => server.close());
    await server.listen();
    return `http://127.0.0.1:${server.httpServer.address().port}`;
  },
  esbuild: async () => {
    const folder = join(app, "esbuild");
    const { warnings } = await esbuild.build({ absWorkingDir: app, entryPoints: ["src/main.js"], bundle: true, minify: true, format: "esm", outdir: join(folder, "js"), logLevel: "silent" });
    complaints.push(...warnings.map(({ text }) => text));
    await cp(join(installed, "social-or-not-files"), join(folder, "js/social-or-not-files"), { recursive: true });
    await writeFile(join(folder, "index.html"), page(`<script type="module" src="js/main.js"></script>`));
    return (await serve({ folder })).address;
  },
  "no tool, but the package's own folder": async () => {
    const folder = join(app, "served");
    await cp(installed, join(folder, "social-or-not"), { recursive: true });
    await writeFile(join(folder, "index.html"), page(`<script src="social-or-not/embed.js" async></script>`));
    return (await serve({ folder })).address;
  },
};
const addresses = new Map();
for (const [tool, bring] of Object.entries(TOOLS)) addresses.set(tool, await bring());

describe("the npm package", () => {
  test("has what it names, the licences, and the workspace's version", async () => {
    const names = files.map(({ path }) => path);
    const manifest = JSON.parse(await textOf("package.json"));
    const named = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(named));
    const wanted = [...named(manifest.exports), manifest.types, manifest.customElements, ...manifest.sideEffects].map((path) => path.replace("./", ""));
    for (const name of [...wanted, "README.md", "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(names.includes(name), name);
    assert.deepEqual(names.filter((name) => /\.(br|gz)$/.test(name)), []);
    const [, version] = /\[workspace\.package\]\nversion = "(.+)"/.exec(await readFile(join(ROOT, "Cargo.toml"), "utf8"));
    assert.equal(manifest.version, version);
  });

  test("names each of its files in full, as the tools that look for them ask", async () => {
    const folder = (await readdir(join(installed, "social-or-not-files"))).map((name) => `./social-or-not-files/${name}`).sort();
    for (const module of ["social-or-not.js", "node.js"]) {
      const text = await textOf(module);
      const literal = [...text.matchAll(/new URL\("([^"]+)", ?import\.meta\.url\)/g)].map(([, name]) => name).sort();
      assert.deepEqual(literal, folder, module);
      assert.equal(text.match(/import\.meta/g).length, literal.length, `${module}: an address that no tool can read`);
    }
    assert.doesNotMatch(await textOf("social-or-not.js"), /node:/);
  });

  test("evaluates in Node, without a page, as the native command does", async () => {
    await write("evaluate.js", `
      import { readFileSync } from "node:fs";
      import { SocialOrNot, evaluate, questions } from "social-or-not";
      if (globalThis.document || typeof SocialOrNot !== "function") throw new Error("not a Node without a page");
      for (const answers of JSON.parse(readFileSync(0, "utf8"))) console.log(JSON.stringify(await evaluate(answers)));
      console.log((await questions("fr"))[0].text);
      console.log((await questions("en"))[0].text);
      console.log(await evaluate({ who: "baker" }).catch((error) => error.message));
    `);
    const answers = PERSONAS.map(({ answers }) => answers);
    const native = spawnSync(NATIVE, ["evaluate", "-"], { input: JSON.stringify(answers), encoding: "utf8", maxBuffer: 1e9 });
    assert.equal(native.status, 0, native.stderr);
    const expected = native.stdout.trim().slice(1, -1).split(",\n");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["evaluate.js"], { cwd: app, input: JSON.stringify(answers), encoding: "utf8", maxBuffer: 1e9 });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, "");
    const lines = stdout.trim().split("\n");
    const [french, english, refusal] = lines.splice(-3);
    assert.deepEqual(lines, expected.map((line) => line.trim()));
    assert.match(french, /^Pour qui/);
    assert.match(english, /^Who are you/);
    assert.equal(refusal, "question `who`: there is no option `baker`");
  });

  test("says which file is missing", async () => {
    const copy = join(app, "incomplete");
    await cp(installed, copy, { recursive: true });
    const [words] = (await readdir(join(copy, "social-or-not-files"))).filter((name) => name.startsWith("words.fr."));
    await rm(join(copy, "social-or-not-files", words));
    await write("missing.js", `
      import { questions } from "./incomplete/node.js";
      console.log(await questions("fr").catch(({ reason, message }) => reason + " " + message));
    `);
    assert.match(run(process.execPath, "missing.js"), new RegExp(`^words file://.*/${words}: status 404\n$`));
  });

  for (const [module, moduleResolution, lib] of [["esnext", "bundler", ["es2022", "dom"]], ["nodenext", "nodenext", ["es2022"]]]) {
    test(`has types, with module resolution ${moduleResolution} and ${lib.join(" and ")}`, async () => {
      await write("consumer.ts", CONSUMER);
      await write("tsconfig.json", JSON.stringify({ compilerOptions: { strict: true, noEmit: true, target: "es2022", module, moduleResolution, lib, types: [] }, files: ["consumer.ts"] }));
      run(process.execPath, join(ROOT, "node_modules/typescript/bin/tsc"), "-p", ".");
    });
  }
});

/** What a typed page does, and what types keep it from. */
const CONSUMER = `
import { evaluate, questions, SocialOrNot, type Report, type VerdictId } from "social-or-not";

const report: Report = await evaluate({ who: "shop", goals: ["visibility"], hours: 4, sector: null }, { weights: { effort: 2 } });
const sentence: Record<VerdictId, string> = { go: "", start_small: "", refocus: "", prepare: "", listen: "", leave: "", no: "" };
sentence[report.verdict].trim();
for (const network of report.networks) {
  if ("replaced_by" in network) network.replaced_by satisfies string;
  else network.facts.map(({ year }) => year.toFixed());
}
for (const { question, from } of report.flips.flatMap(({ changes }) => changes)) {
  if (question === "hours") from?.toFixed();
}
for (const question of await questions("fr")) {
  if (question.kind === "number") question.step.toFixed();
  else question.options.map(({ label }) => label);
}

const element = document.querySelector("social-or-not")!;
element satisfies SocialOrNot;
element.answers = { who: "shop" };
element.theme = "dark";
element.restart();
element.report?.gates.why satisfies "closed" | "ajar" | "open" | undefined;
element.addEventListener("social-or-not-verdict", ({ detail, target }) => console.log(detail.verdict, detail.first, detail.report?.balance, target));
document.addEventListener("social-or-not-answer", ({ detail }) => detail.question satisfies string);
window.addEventListener("social-or-not-error", ({ detail }) => detail.cause === "cors");
document.createElement("social-or-not").ctaLabel = "Read on";

// @ts-expect-error: no such option
evaluate({ who: "baker" });
// @ts-expect-error: no such weight
evaluate({}, { weights: { effort: 3 } });
// @ts-expect-error: read only
element.report = null;
// @ts-expect-error: the question alone is told, never the answer
document.addEventListener("social-or-not-answer", ({ detail }) => detail.answer);
`;

for (const program of BROWSERS) {
  describe(`the npm package in ${program.name}`, async () => {
    const browser = await launch(program);
    for (const [tool, address] of addresses) {
      test(`comes to the verdict by ${tool}`, async () => {
        const page = await open(browser, `${address}/`);
        const quiz = await ready(page);
        await reader(page, quiz).walk(BAKERY);
        await happened(page, "verdict");
        const report = await quiz.report();
        assert.equal(await quiz.host(({ shadowRoot }) => Boolean(shadowRoot.querySelector("[part=verdict]"))), true);
        assert.equal((await page.evaluate(() => events)).find(({ name }) => name === "verdict").verdict, report.verdict);
        // Drawn with its styles, not merely drawn.
        assert.equal(await quiz.host(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector("[part=ledger] li")).listStyleType), "none");
        assert.deepEqual(page.faults, []);
      });
    }

    test("gives none of these tools cause to complain", () => assert.deepEqual(complaints, []));
  });
}
