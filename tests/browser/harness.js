// What every browser test stands on: a server of dist/ that can be told to wait or to fail, two browsers, and ways into the element.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { after, afterEach } from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const DIST = join(ROOT, "dist");

/** The browsers to test with: those whose program the environment names, by default Debian's Chromium alone. */
export const BROWSERS = [
  { name: "chrome", program: process.env.CHROMIUM ?? "/usr/bin/chromium" },
  { name: "firefox", program: process.env.FIREFOX },
].filter((browser) => browser.program);

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * A server on a free port, closed when the test file ends. It serves dist/ or another folder, and pages given as text.
 *
 * `pages`: by path. `rules`: what becomes of requests whose path matches; the first that matches counts.
 * `requests`: what was asked for.
 */
export async function serve({ origin = true, folder = DIST } = {}) {
  const pages = new Map();
  const rules = [];
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requests.push(path);
    const rule = rules.find((rule) => rule.pattern.test(path));
    await rule?.until;
    const headers = { "Cache-Control": "no-store", ...(origin && { "Access-Control-Allow-Origin": "*" }), ...rule?.headers };
    const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    const body = rule?.body ? Buffer.from(rule.body) : pages.has(path) ? Buffer.from(pages.get(path)) : file.startsWith(folder) ? await readFile(file).catch(() => null) : null;
    if (path === "/favicon.ico") return response.writeHead(204).end();
    if (!body || rule?.status) return response.writeHead(rule?.status ?? 404, headers).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? TYPES[".html"], ...headers }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  after(stop);
  // What one test holds or spoils is not left to the next.
  afterEach(() => rules.splice(0).forEach((rule) => rule.release?.()));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    requests,
    /** The server is gone. */
    stop,
    /** Another build takes the place of the one before. */
    deploy(build) { folder = build; },
    /** A page of a host, with the element as a stranger would embed it. */
    host(path, body, head = "") {
      pages.set(path, `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A host</title>${head}</head><body>${body}</body></html>`);
    },
    /** Requests that match wait until the function returned is called. */
    hold(pattern) {
      const rule = { pattern };
      rule.until = new Promise((resolve) => (rule.release = resolve));
      rules.unshift(rule);
      return () => {
        rules.splice(rules.indexOf(rule), 1);
        rule.release();
      };
    },
    /** Requests that match fail, or carry other headers or another body, until the function returned is called. */
    spoil(pattern, outcome) {
      const rule = { pattern, ...outcome };
      rules.unshift(rule);
      return () => rules.splice(rules.indexOf(rule), 1);
    },
  };
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a browser, closed when the test file ends. `preferences`: Firefox's own. `downloads`: the folder that Firefox saves to. */
export async function launch({ name, program }, { preferences, downloads } = {}) {
  const browser = await puppeteer.launch({
    browser: name,
    executablePath: program,
    headless: true,
    extraPrefsFirefox: downloads ? { "browser.download.folderList": 2, "browser.download.dir": downloads, ...preferences } : preferences,
    // Chromium refuses to run as root otherwise, as in most containers.
    args: name === "chrome" ? ["--no-sandbox", "--disable-dev-shm-usage"] : [],
  });
  after(() => browser.close());
  // Pages end with their test.
  afterEach(() => Promise.all(browser.browserContexts().filter((context) => context !== browser.defaultBrowserContext()).map((context) => context.close())));
  return browser;
}

/**
 * A page with a storage of its own. Collects what goes wrong in it (`faults`) and what the elements tell (`events`).
 *
 * `beside`: another page, whose storage it shares. `downloads`: the folder that Chromium saves to.
 */
export async function open(browser, address, { width = 390, height = 844, touch = false, prepare, beside, downloads } = {}) {
  const saving = downloads && { downloadBehavior: { policy: "allow", downloadPath: downloads } };
  const context = beside?.browserContext() ?? (await browser.createBrowserContext(saving));
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error.message ?? error)));
  page.on("console", (message) => { if (message.type() === "error") page.faults.push(message.text()); });
  await page.setViewport({ width, height, ...(touch && { hasTouch: true, isMobile: true }) });
  await page.evaluateOnNewDocument(listen);
  if (prepare) await page.evaluateOnNewDocument(prepare);
  // Not waited for: a test may hold the scripts back that a page waits for.
  page.goto(address).catch(() => {});
  await page.waitForFunction((address) => location.href === address && document.readyState !== "loading", {}, address);
  return page;
}

/** Runs in the page before anything else: notes the element's events. */
export function listen() {
  globalThis.events = [];
  for (const name of ["ready", "start", "answer", "verdict", "restart", "error"]) {
    addEventListener(`social-or-not-${name}`, (event) => globalThis.events.push({ name, ...event.detail }));
  }
}

/** Keeps hold of the modules' memories, so that a test can break them. Runs in the page before anything else. */
export function hold() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...rest) => {
      const result = await original.apply(WebAssembly, rest);
      const { exports } = result.instance ?? result;
      (globalThis.memories ??= []).push(...Object.values(exports).filter((item) => item instanceof WebAssembly.Memory));
      return result;
    };
  }
}

/** After this, whatever the first module does, that of the questions, is a fault. Runs in the page. */
export const ruin = () => new Uint8Array(globalThis.memories[0].buffer).fill(0xff);

export const events = (page, name) => page.evaluate((name) => globalThis.events.filter((event) => !name || event.name === name), name);

/** Waits until an event of the element has come, `count` times. */
export const happened = (page, name, count = 1) =>
  page.waitForFunction((name, count) => globalThis.events.filter((event) => event.name === name).length >= count, {}, name, count);

/** The ready element. */
export async function ready(page) {
  await happened(page, "ready");
  return element(page);
}

/** The n-th element of the page, or of another tag, and what is inside its shadow root. */
export function element(page, n = 0, tag = "social-or-not") {
  const host = (run, ...rest) =>
    page.evaluate(`(${run})(document.querySelectorAll(${JSON.stringify(tag)})[${n}], ...${JSON.stringify(rest)})`);
  const find = async (selector) => {
    const handle = await page.evaluateHandle(
      (n, tag, selector) => document.querySelectorAll(tag)[n].shadowRoot.querySelector(selector), n, tag, selector);
    return handle.asElement();
  };
  return {
    /** Runs a function on the element, in the page. */
    host,
    /** The report, once what it takes has arrived. */
    report: async () => {
      const handle = await page.waitForFunction((n, tag) => document.querySelectorAll(tag)[n].report, {}, n, tag);
      return handle.jsonValue();
    },
    /** The element itself. */
    self: () => page.evaluateHandle((n, tag) => document.querySelectorAll(tag)[n], n, tag),
    /** One node inside, or null. */
    find,
    /** Waits for a node inside. */
    async wait(selector) {
      const handle = await page.waitForFunction(
        (n, tag, selector) => document.querySelectorAll(tag)[n]?.shadowRoot?.querySelector(selector), {}, n, tag, selector);
      return handle.asElement();
    },
    /** Waits until nothing inside matches. */
    gone: (selector) => page.waitForFunction(
      (n, tag, selector) => !document.querySelectorAll(tag)[n].shadowRoot.querySelector(selector), {}, n, tag, selector),
    /** The text of a node inside. */
    text: (selector) => host((element, selector) => element.shadowRoot.querySelector(selector)?.textContent.trim() ?? null, selector),
    /** The id of the question on the screen, by the name of its inputs. */
    question: () => host((element) => element.shadowRoot.querySelector("input[name]")?.name ?? null),
    /** Waits until the question on the screen is another one; none is the result. */
    leaves: (question) => page.waitForFunction(
      (n, tag, question) => (document.querySelectorAll(tag)[n].shadowRoot.querySelector("input[name]")?.name ?? null) !== question,
      {}, n, tag, question),
  };
}
