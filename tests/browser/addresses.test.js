// Where the site lies: at any path by itself, at one that the build was told of, and by its full address for previews of links.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { BROWSERS, DIST, ROOT, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";
import { pageTexts, plain } from "./words.js";

const BAKERY = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find(({ id }) => id === "bakery").answers;
const BASE = "/some/path/";
const SITE = `https://quiz.example${BASE}`;

const folder = mkdtempSync(join(tmpdir(), "addresses-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What a build says of its options. */
const build = (...options) => spawnSync(process.env.XTASK, ["build", ...options], { cwd: ROOT, encoding: "utf8" });

/** A folder in which a build lies at the path. */
function under(path, dist) {
  const top = mkdtempSync(join(folder, "top-"));
  mkdirSync(join(top, path, ".."), { recursive: true });
  symlinkSync(dist, join(top, path.slice(0, -1)));
  return top;
}

before(() => {
  const told = build("--site", SITE, "--base", BASE, "--out", join(folder, "told"));
  assert.equal(told.status, 0, told.stderr);
});

for (const program of BROWSERS) {
  describe(`at a path of its host, in ${program.name}`, async () => {
    const browser = await launch(program);

    for (const [name, dist] of [["that the build was not told of", DIST], ["that it was told of", join(folder, "told")]]) {
      test(`${name}, the quiz goes to the verdict, in both languages, and without its server`, async () => {
        const product = await serve({ folder: under(BASE, dist) });
        const page = await open(browser, product.address + BASE);
        await page.waitForSelector("[data-when=ready]:not([hidden])");
        const quiz = await ready(page);
        await reader(page, quiz).walk(BAKERY);
        await quiz.wait("[part=firm] figure");
        const worker = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
        assert.equal(worker, product.address + BASE);
        product.stop();
        await Promise.all([page.waitForNavigation(), page.click(".page-head a")]);
        assert.equal(await page.evaluate(() => location.pathname), `${BASE}en/`);
        await (await ready(page)).wait("[part=verdict]");
        assert.deepEqual(product.requests.filter((path) => !path.startsWith(BASE) && path !== "/favicon.ico"), []);
        assert.deepEqual(page.faults, []);
      });
    }

    test("the page for what is missing finds its styles and the way to the quiz from any depth", async () => {
      const dist = join(folder, "told");
      const product = await serve({ folder: under(BASE, dist) });
      product.host(`${BASE}no/such/page`, "");
      product.spoil(/such/, { body: readFileSync(join(dist, "404.html")) });
      const page = await open(browser, `${product.address}${BASE}no/such/page`);
      await page.waitForFunction(() => document.readyState === "complete");
      assert.equal(await page.evaluate(() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0) && document.styleSheets.length), 1);
      assert.deepEqual(await page.$$eval("main a", (links) => links.map((link) => link.pathname)), [BASE, `${BASE}en/`]);
      assert.deepEqual(page.faults, []);
    });
  });
}

describe("a build that is told its path", () => {
  test("names it in the headers file, for each rule", () => {
    const rules = readFileSync(join(folder, "told/_headers"), "utf8").split("\n").filter((line) => line && !line.startsWith(" "));
    assert.ok(rules.length > 10);
    for (const rule of rules) assert.ok(rule.startsWith(BASE), rule);
  });

  for (const [options, said] of [
    [["--base", "quiz"], /--base: `quiz` does not begin with \//],
    [["--base", "/a b/"], /--base: `\/a b\/` is not the path of a folder/],
    [["--base", "/other/", "--site", SITE], /--base: `\/other\/` is not where --site says/],
    [["--base"], /--base wants a value/],
  ]) {
    test(`refuses ${options.join(" ")}`, () => {
      const { status, stderr } = build("--out", join(folder, "refused"), ...options);
      assert.notEqual(status, 0);
      assert.match(stderr, said);
    });
  }
});

describe("what previews and search engines read", async () => {
  const LOCALES = { fr: "fr_FR", en: "en_GB" };
  const page = (dist, lang) => readFileSync(join(dist, lang === "fr" ? "index.html" : "en/index.html"), "utf8");
  const unescape = (text) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  const tag = (html, name) => {
    const found = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g)].filter(([, is]) => is === name);
    assert.ok(found.length <= 1, `${name} stands once`);
    return found[0] && unescape(found[0][2]);
  };
  const data = (html) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)[1]);

  for (const [lang, locale] of Object.entries(LOCALES)) {
    const texts = pageTexts(lang);

    test(`title, description and language, ${lang}`, () => {
      const html = page(DIST, lang);
      assert.equal(plain(tag(html, "og:title")), plain(texts.title));
      assert.equal(plain(tag(html, "og:description")), plain(texts.description));
      assert.equal(tag(html, "description"), tag(html, "og:description"));
      assert.equal(tag(html, "og:type"), "website");
      assert.equal(tag(html, "og:locale"), locale);
      assert.notEqual(tag(html, "og:locale:alternate"), locale);
      const found = data(html);
      assert.deepEqual(
        [found["@context"], found["@type"], plain(found.name), plain(found.description), found.inLanguage, found.isAccessibleForFree],
        ["https://schema.org", "WebApplication", plain(texts.title), plain(texts.description), lang, true],
      );
    });

    test(`no address where the site's is not known, ${lang}`, () => {
      const html = page(DIST, lang);
      for (const name of ["og:url", "og:image", "twitter:card"]) assert.equal(tag(html, name), undefined, name);
      assert.doesNotMatch(html, /<link rel="(alternate|canonical)"/, "search engines want full addresses");
      assert.equal(data(html).url, undefined);
    });

    test(`full addresses of page and picture where it is, ${lang}`, () => {
      const dist = join(folder, "told");
      const html = page(dist, lang);
      const address = SITE + (lang === "fr" ? "" : "en/");
      assert.equal(tag(html, "og:url"), address);
      assert.equal(data(html).url, address);
      assert.ok(html.includes(`<link rel="canonical" href="${address}">`));
      assert.equal(tag(html, "twitter:card"), "summary_large_image");
      for (const picture of [tag(html, "og:image"), data(html).image]) {
        assert.ok(picture.startsWith(SITE) && readdirSync(dist).includes(picture.slice(SITE.length)), picture);
      }
      const png = readFileSync(join(dist, tag(html, "og:image").slice(SITE.length)));
      assert.deepEqual([tag(html, "og:image:width"), tag(html, "og:image:height")], [String(png.readUInt32BE(16)), String(png.readUInt32BE(20))]);
      assert.equal(plain(tag(html, "og:image:alt")), plain(texts.title));
    });

    test(`the same page in every language by its address, ${lang}`, () => {
      const found = [...page(join(folder, "told"), lang).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(([, is, href]) => [is, href]);
      assert.deepEqual(found, [["fr", SITE], ["en", `${SITE}en/`], ["x-default", SITE]]);
    });
  }
});
