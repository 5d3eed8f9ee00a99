// nginx and Caddy, Debian's own, with the files of deploy/: what they send with each file, and the quiz as they serve it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { BROWSERS, DIST, ROOT, freePort, launch, open, ready, serve } from "../browser/harness.js";
import { reader } from "../browser/reader.js";

const BAKERY = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find(({ id }) => id === "bakery").answers;

/** What `_headers` says, which the build writes: headers by address. */
const TOLD = Object.fromEntries(readFileSync(join(DIST, "_headers"), "utf8").split(/\n(?=\/)/).map((rule) => {
  const [path, ...lines] = rule.trim().split("\n");
  return [path, Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/, 2)).map(([name, value]) => [name.toLowerCase(), value]))];
}));
const EVERYWHERE = TOLD["/*"];

/** A file of deploy/ with our own values in the place of those that its users are to change. */
function configuration(name, values) {
  let text = readFileSync(join(ROOT, "deploy", name), "utf8");
  for (const [from, to] of values) {
    assert.ok(text.includes(from), `deploy/${name}: ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** How each is started in the foreground, with nothing written but into the folder; `changes`: what else its user changes. */
const SERVERS = {
  nginx(folder, root, port, changes) {
    writeFileSync(join(folder, "site.conf"), configuration("nginx.conf", [
      ["listen 80;", `listen 127.0.0.1:${port};`],
      ["root /srv/social-or-not;", `root ${root};`],
      ...changes,
    ]));
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
    writeFileSync(join(folder, "nginx.conf"), `
      ${process.getuid() === 0 ? "user root;" : ""}
      pid ${folder}/pid;
      events {}
      http { include /etc/nginx/mime.types; access_log off; ${places.join(" ")} include ${folder}/site.conf; }`);
    return ["nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log"), "-g", "daemon off;"]];
  },
  caddy(folder, root, port, changes) {
    const site = configuration("Caddyfile", [
      ["quiz.example {", `http://127.0.0.1:${port} {`],
      ["root * /srv/social-or-not", `root * ${root}`],
      ...changes,
    ]);
    writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
    return ["caddy", ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"]];
  },
};

/** What docs/deploying.md says to change for a path. */
const AT_A_PATH = {
  nginx: [["~^/registration", "~^/quiz/registration"], ["~^/(embed", "~^/quiz/(embed"], ["~^/(en/)?(index", "~^/quiz/(en/)?(index"], ["404 /404.html", "404 /quiz/404.html"]],
  caddy: [["path /registration.html", "path /quiz/registration.html"], ["path / /index.html /en/ /en/index.html /builder.html /en/builder.html", "path /quiz/ /quiz/index.html /quiz/en/ /quiz/en/index.html /quiz/builder.html /quiz/en/builder.html"], ["path /embed.html /sheet.html /en/sheet.html /compare.html /en/compare.html", "path /quiz/embed.html /quiz/sheet.html /quiz/en/sheet.html /quiz/compare.html /quiz/en/compare.html"], ["* /404.html", "* /quiz/404.html"]],
};

/** Starts a server; stopped when the tests end. Returns its address. */
async function start(name, { root = DIST, changes = [], there = "/icon.svg" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const port = await freePort();
  const [program, options] = SERVERS[name](folder, root, port, changes);
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const child = spawn(program, options, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => child.once("close", resolve));
  after(async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const address = `http://127.0.0.1:${port}`;
  for (let running = true; running;) {
    if (await ask(address, there).catch(() => null)) return address;
    running = await Promise.race([ended.then(() => false), new Promise((resolve) => setTimeout(resolve, 50, true))]);
  }
  assert.fail(`${name} has not started: ${said}`);
}

/** One answer as it comes, not unpacked. */
function ask(address, path, coding = "identity") {
  return new Promise((resolve, reject) => {
    get(address + path, { headers: { "Accept-Encoding": coding } }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on("error", reject);
  });
}

const names = readdirSync(DIST);
/** The name with its hash. */
const hashed = (start, end) => names.find((name) => name.startsWith(`${start}.`) && name.endsWith(`.${end}`));

/** Addresses with the file behind each, and its media type. */
const FILES = [
  ["/", "index.html", "text/html"],
  ["/en/", "en/index.html", "text/html"],
  ["/embed.html", "embed.html", "text/html"],
  ["/registration.html", "registration.html", "text/html"],
  ["/sheet.html", "sheet.html", "text/html"],
  ["/compare.html", "compare.html", "text/html"],
  ["/en/compare.html", "en/compare.html", "text/html"],
  ["/builder.html", "builder.html", "text/html"],
  ["/en/builder.html", "en/builder.html", "text/html"],
  ["/social-or-not.html", "social-or-not.html", "text/html"],
  ["/manifest.webmanifest", "manifest.webmanifest", "application/manifest+json"],
  ["/sw.js", "sw.js", "javascript"],
  ["/social-or-not.js", "social-or-not.js", "javascript"],
  ["/embed.js", "embed.js", "javascript"],
  ["/frame.js", "frame.js", "javascript"],
  ["/icon.svg", "icon.svg", "image/svg+xml"],
  ["/card.fr.png", "card.fr.png", "image/png"],
  ...[["questions", "wasm", "application/wasm"], ["whole", "wasm", "application/wasm"], ["whole", "js", "javascript"], ["widget", "css", "text/css"], ["words.fr", "txt", "text/plain"]]
    .map(([start, end, type]) => [`/${hashed(start, end)}`, hashed(start, end), type]),
];

test("the documentation names every header as the build has it", () => {
  const text = readFileSync(join(ROOT, "docs/deploying.md"), "utf8");
  for (const [header, value] of Object.entries({ ...EVERYWHERE, ...TOLD[`/${hashed("whole", "js")}`] })) {
    assert.ok(text.toLowerCase().includes(`\`${header}: ${value}\``.toLowerCase()), header);
  }
  assert.ok(text.includes(`\n${TOLD["/"]["content-security-policy"]}\n`));
  assert.equal(TOLD["/embed.html"]["content-security-policy"], TOLD["/"]["content-security-policy"].replace("frame-src 'self'; ", ""));
});

for (const name of Object.keys(SERVERS)) {
  describe(`${name}, by the file in deploy/,`, async () => {
    const address = await start(name);

    for (const [path, file, type] of FILES) {
      test(`sends ${path.replace(/\.[0-9a-f]{10}\./, ".….")} with its headers, packed both ways or not at all`, async () => {
        const bytes = readFileSync(join(DIST, file));
        const { status, headers, body } = await ask(address, path);
        assert.equal(status, 200);
        assert.ok(headers["content-type"].includes(type), headers["content-type"]);
        for (const [header, value] of Object.entries(EVERYWHERE)) assert.equal(headers[header], value, header);
        assert.equal(headers["cache-control"], TOLD[path]?.["cache-control"] ?? "no-cache");
        assert.equal(headers["content-security-policy"], TOLD[path]?.["content-security-policy"]);
        assert.equal(headers["x-frame-options"], undefined);
        assert.equal(headers["set-cookie"], undefined);
        assert.ok(body.equals(bytes));
        if (file.endsWith(".png")) return;
        const packed = await ask(address, path, "gzip");
        assert.equal(packed.headers["content-encoding"], "gzip");
        assert.ok(packed.body.equals(readFileSync(join(DIST, `${file}.gz`))), "the file that was packed ahead");
        assert.ok(gunzipSync(packed.body).equals(bytes));
        assert.ok(packed.headers["content-type"].includes(type));
        assert.equal(packed.headers["cache-control"], headers["cache-control"]);
        assert.match(packed.headers.vary, /Accept-Encoding/i);
        if (name === "nginx") return;
        const tight = await ask(address, path, "gzip, br");
        assert.equal(tight.headers["content-encoding"], "br");
        assert.ok(brotliDecompressSync(tight.body).equals(bytes));
      });
    }

    test("sends the page for what is missing, which nobody is to keep, though it be asked for under a name with a hash", async () => {
      for (const path of ["/no/such/page", "/questions.0123456789.wasm"]) {
        const { status, headers, body } = await ask(address, path);
        assert.equal(status, 404);
        assert.ok(body.equals(readFileSync(join(DIST, "404.html"))));
        assert.equal(headers["cache-control"], "no-cache");
        assert.equal(headers["access-control-allow-origin"], "*");
        assert.match(headers["content-type"], /text\/html/);
      }
    });

    test("does the same at a path, with the changes that the documentation names", async () => {
      const root = mkdtempSync(join(tmpdir(), "path-"));
      after(() => rmSync(root, { recursive: true, force: true }));
      symlinkSync(DIST, join(root, "quiz"));
      const address = await start(name, { root, changes: AT_A_PATH[name], there: "/quiz/icon.svg" });
      for (const path of ["/", "/en/", "/embed.html", "/registration.html", "/en/builder.html", `/${hashed("questions", "wasm")}`, "/sw.js"]) {
        const { status, headers } = await ask(address, `/quiz${path}`);
        assert.equal(status, 200);
        assert.equal(headers["content-security-policy"], TOLD[path]?.["content-security-policy"]);
        assert.equal(headers["cache-control"], TOLD[path]?.["cache-control"] ?? "no-cache");
      }
      const { status, body } = await ask(address, "/quiz/no/such/page");
      assert.equal(status, 404);
      assert.ok(body.equals(readFileSync(join(DIST, "404.html"))));
    });

    test("leads from a folder without its slash to the folder", async () => {
      const { status, headers } = await ask(address, "/en");
      assert.ok([301, 308].includes(status));
      assert.equal(new URL(headers.location, address).pathname, "/en/");
    });

    for (const program of BROWSERS) {
      describe(`in ${program.name}`, async () => {
        const browser = await launch(program);

        test("serves the page from the first question to the verdict, and for use without a connection", async () => {
          const page = await open(browser, `${address}/`);
          await page.waitForSelector("[data-when=ready]:not([hidden])");
          const quiz = await ready(page);
          await reader(page, quiz).walk(BAKERY);
          await quiz.wait("[part=firm] figure");
          assert.deepEqual(page.faults, []);
        });

        test("serves the element to a page of another origin", async () => {
          const host = await serve();
          host.host("/post", `<social-or-not lang="en" storage="none"></social-or-not><script type="module" src="${address}/social-or-not.js"></script>`);
          const page = await open(browser, `${host.address}/post`);
          const quiz = await ready(page);
          await reader(page, quiz, { lang: "en" }).walk(BAKERY);
          await quiz.wait("[part=verdict]");
          assert.deepEqual(page.faults, []);
        });

        test("serves the frame to a page of another origin", async () => {
          const host = await serve();
          host.host("/post", `<iframe title="Quiz" sandbox="allow-scripts" src="${address}/embed.html#lang=en" width="100%" height="600"></iframe>`);
          const page = await open(browser, `${host.address}/post`);
          const inside = await (await page.waitForSelector("iframe")).contentFrame();
          const quiz = await ready(inside);
          await reader(page, quiz, { lang: "en" }).walk(BAKERY);
          await quiz.wait("[part=verdict]");
          assert.deepEqual(page.faults, []);
        });
      });
    }
  });
}
