// The element in pages that make it hard: strict policies, hostile styles, other scripts, other kinds of document. Each is of another
// origin than the product.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, element, happened, launch, open, ready, serve } from "./harness.js";
import { reader } from "./reader.js";

/** Enough answers for a verdict. */
const DONE = { who: "shop", presence: "none", goals: ["visibility"], strategy: "written", audience: "many", value: "useful", hours: 4, runner: "assigned", constancy: "year" };

/** How a page's styles may be meant for others and still hit the element. */
const HOSTILE = {
  "everything unset": "* { all: unset !important }",
  "inherited properties of every kind": `body { font: italic small-caps 900 16px/3 serif; letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase;
    text-align: right; text-indent: 3em; white-space: nowrap; text-shadow: 2px 2px red; word-break: break-all; hyphens: auto; quotes: "x" "y";
    list-style: square inside; border-collapse: collapse; cursor: crosshair; tab-size: 1; line-break: anywhere; -webkit-text-stroke: 1px red }`,
  "rules for tags": `button, input, label, legend, form, fieldset, svg, h2, h3, p:not(body > p), ul, li { display: none !important }
    div { display: none !important } .son, #mount, [part] { display: none !important }`,
  "rules for everything": "* { letter-spacing: 1em !important; text-transform: uppercase !important; line-height: 3 !important; text-align: center !important; color: lime !important; visibility: visible }",
  "rules for the element": "social-or-not { line-height: 4 !important; letter-spacing: .5em !important; text-transform: uppercase !important; text-align: right !important; color: red !important; white-space: pre !important; font-style: italic !important; font-weight: 900 !important }",
  "letters from right to left": "html { direction: rtl }",
};

/** Properties that the page must not change inside, wherever they come from. */
const KEPT = ["display", "font-style", "font-weight", "font-variant-caps", "line-height", "letter-spacing", "word-spacing", "text-transform", "text-align", "text-indent", "text-shadow",
  "white-space", "word-break", "hyphens", "line-break", "direction", "writing-mode", "color", "background-color", "border-top-width", "list-style-type", "quotes", "visibility", "font-size", "padding-left", "margin-top"];

/** The computed styles of key nodes. */
const looks = (quiz) => quiz.host((element, properties) => {
  const nodes = ["#mount", ".son", "legend", "h2, .son-question__text", "label", "label *", "input", "button", "svg", "p"];
  return Object.fromEntries(nodes.map((selector) => {
    const node = element.shadowRoot.querySelector(selector);
    const style = node && getComputedStyle(node);
    return [selector, style && Object.fromEntries(properties.map((name) => [name, style.getPropertyValue(name)]))];
  }));
}, KEPT);

for (const program of BROWSERS) {
  describe(`hosts in ${program.name}`, async () => {
    const product = await serve();
    const host = await serve();
    const browser = await launch(program);
    const module = `<script type="module" src="${product.address}/social-or-not.js"></script>`;
    const classic = `<script src="${product.address}/embed.js" async></script>`;

    async function embed(body, head = "", options) {
      host.host("/post", body, head);
      return open(browser, `${host.address}/post`, options);
    }

    /** A page as text, of any type, with headers of its own. */
    async function embedAs(text, headers, options) {
      host.spoil(/^\/raw$/, { body: text, headers });
      return open(browser, `${host.address}/raw`, options);
    }

    /** A reader goes from the first question to the verdict. */
    async function walk(page, lang = "fr") {
      const quiz = await ready(page);
      await reader(page, quiz, { lang }).walk(DONE);
      await happened(page, "verdict");
      await quiz.wait("[part=verdict]");
      return quiz;
    }

    describe("policies", async () => {
      const strict = (more = "") => `default-src 'none'; script-src ${product.address} 'wasm-unsafe-eval'${more}; connect-src ${product.address}; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;

      const watch = () => {
        globalThis.refused = [];
        document.addEventListener("securitypolicyviolation", (event) => globalThis.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
      };
      const page = (body) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>A host</title><body>${body}`;

      for (const [name, body] of [
        ["the module", `<social-or-not storage="none"></social-or-not>${module}`],
        ["embed.js", `<div data-social-or-not data-storage="none"></div>${classic}`],
      ]) {
        test(`under the strictest one that allows WebAssembly, ${name} takes a reader to the verdict, and nothing is refused`, async () => {
          const reports = host.requests.length;
          const at = await embedAs(page(body), { "Content-Security-Policy": `${strict()}; report-uri /report` }, { prepare: watch });
          await walk(at);
          assert.deepEqual(await at.evaluate(() => globalThis.refused), []);
          assert.deepEqual(host.requests.slice(reports).filter((path) => path === "/report"), []);
          assert.deepEqual(at.faults, []);
        });

        test(`where trust comes from a nonce alone, ${name} hands it on to what it imports`, async () => {
          const policy = `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src ${product.address}; base-uri 'none'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;
          const at = await embedAs(page(body.replace("<script", `<script nonce="abc"`)), { "Content-Security-Policy": policy }, { prepare: watch });
          await walk(at);
          assert.deepEqual(await at.evaluate(() => globalThis.refused), []);
        });
      }
    });

    describe("styles", async () => {
      const plain = "body { font-family: serif; font-size: 16px }";
      let clean;

      for (const [name, css] of Object.entries(HOSTILE)) {
        test(`${name}: nothing changes inside, and a reader comes to the verdict`, async () => {
          clean ??= await looks(await ready(await embed(`<social-or-not storage="none" lang="fr"></social-or-not>${module}`, `<style>${plain}</style>`)));
          const page = await embed(`<social-or-not storage="none" lang="fr"></social-or-not>${module}`, `<style>html { font-family: serif } ${css}</style>`);
          const quiz = await ready(page);
          assert.deepEqual(await looks(quiz), clean);
          await walk(page);
        });
      }

      test("the page's face, size and colour scheme come in, and the colours it sets for us", async () => {
        const page = await embed(`<social-or-not storage="none" lang="fr"></social-or-not>${module}`,
          `<style>:root { color-scheme: dark; --son-accent-dark: rgb(1, 2, 3) } body { font: 20px monospace }</style>`);
        const quiz = await ready(page);
        assert.deepEqual(await quiz.host((element) => {
          const [style, link] = [".son", ".son-link"].map((selector) => getComputedStyle(element.shadowRoot.querySelector(selector)));
          return [style.fontFamily, style.fontSize, style.colorScheme, link.color];
        }), ["monospace", "20px", "dark", "rgb(1, 2, 3)"]);
        await quiz.host((element) => { element.theme = "light"; });
        assert.deepEqual(await quiz.host((element) => getComputedStyle(element.shadowRoot.querySelector(".son")).colorScheme), "light");
      });

      test("letters stay between 16 px and what a reader may have set, whatever the page makes of its root", async () => {
        for (const [root, size] of [["62.5%", "16px"], ["20px", "20px"], ["100px", "24px"]]) {
          const page = await embed(`<social-or-not storage="none" lang="fr"></social-or-not>${module}`, `<style>html { font-size: ${root} } body { font-size: 12px }</style>`);
          const quiz = await ready(page);
          assert.equal(await quiz.host((element) => getComputedStyle(element.shadowRoot.querySelector(".son")).fontSize), size, root);
        }
      });

      test("where the page asks it for a width it has one, and never more than the screen", async () => {
        const boxes = {
          "a row": "display: flex", "a column, centred": "display: flex; flex-direction: column; align-items: center", "a grid, centred": "display: grid; justify-items: center",
          "inline": "display: inline-block", "floating": "float: left", "a table": "display: table", "as wide as needed": "width: fit-content",
        };
        for (const width of [320, 1280]) {
          for (const [name, css] of Object.entries(boxes)) {
            const page = await embed(`<div style="${css}"><social-or-not storage="none" lang="fr"></social-or-not></div>${module}`, "", { width });
            const quiz = await ready(page);
            const [own, overflow] = await quiz.host((element) => [element.getBoundingClientRect().width, document.scrollingElement.scrollWidth - innerWidth]);
            assert.ok(own >= Math.min(width * 0.8, 600), `${name} at ${width}: ${own}`);
            assert.ok(overflow <= 0, `${name} at ${width} is ${overflow} too wide`);
            await page.close();
          }
        }
      });

      test("a page that hides what is around it hides it too", async () => {
        const page = await embed(`<div style="visibility: hidden"><social-or-not storage="none" lang="fr"></social-or-not></div>${module}`);
        const quiz = await ready(page);
        assert.equal(await quiz.host((element) => getComputedStyle(element.shadowRoot.querySelector("legend")).visibility), "hidden");
      });
    });

    describe("the page's own things", async () => {
      const BODY = `<h2>A title</h2><p>Some <a href="#x">text</a>.</p><ul><li>One</li></ul><form><fieldset><legend>Legend</legend><label><input name="x"> Label</label><button type="button">Button</button></fieldset></form>`;
      const state = () => ({
        globals: Object.getOwnPropertyNames(globalThis).filter((name) => isNaN(name)).sort(),
        sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
        head: document.head.innerHTML,
        styles: [...document.querySelectorAll("h2, p, a, ul, li, form, fieldset, legend, label, input, button, body, html")].map((node) => {
          const style = getComputedStyle(node);
          return [...style].filter((name) => !/^(block-size|height|perspective-origin|transform-origin|inline-size)$/.test(name)).map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
        }),
      });

      test("keep their styles, their globals and their keys", async () => {
        // A scroll bar of its own accord would make the page narrower.
        const tall = "<style>html { overflow-y: scroll }</style>";
        const before = await (await embed(BODY, tall)).evaluate(state);
        const page = await embed(`${BODY}<social-or-not storage="none" lang="fr"></social-or-not>${module}`, tall);
        await walk(page);
        const after = await page.evaluate(state);
        assert.deepEqual(after.globals, before.globals);
        assert.deepEqual({ ...after, globals: 0 }, { ...before, globals: 0 });
        const swallowed = await page.evaluate(() => {
          const input = document.querySelector("body > form input");
          return ["Escape", "Enter", "ArrowDown", " ", "a", "1", "Backspace"].filter((key) => {
            let heard = 0;
            const listener = () => heard++;
            addEventListener("keydown", listener);
            const free = input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true }));
            removeEventListener("keydown", listener);
            return !free || heard !== 1;
          });
        });
        assert.deepEqual(swallowed, []);
      });
    });

    describe("scripts", async () => {
      /** The element's answers and question survive what this does to it. */
      async function answered(body = `<div id="a"><social-or-not storage="none" lang="fr"></social-or-not></div><div id="b"></div>`) {
        const page = await embed(body + module);
        const quiz = await ready(page);
        await (await quiz.find("label")).click();
        await quiz.leaves("who");
        return { page, quiz };
      }

      test("two builds on one page: the first stays, one warning says so, both tags work", async () => {
        // Another build: the same code under other addresses, with a mark.
        const source = await (await fetch(`${product.address}/social-or-not.js`)).text();
        product.spoil(/^\/v2\/social-or-not\.js$/, { body: `globalThis.second = true;${source}`, headers: { "Content-Type": "text/javascript" } });
        const warnings = [];
        host.host("/post", `<social-or-not storage="none" lang="fr"></social-or-not>${module}<social-or-not storage="none" lang="en"></social-or-not><script type="module" src="${product.address}/v2/social-or-not.js"></script>`);
        const page = await open(browser, "about:blank", { height: 2000 });
        page.on("console", (message) => { if (message.type() === "warn") warnings.push(message.text()); });
        await page.goto(`${host.address}/post`);
        await happened(page, "ready", 2);
        await page.waitForFunction(() => globalThis.second);
        assert.deepEqual(await Promise.all([0, 1].map((n) => element(page, n).question())), ["who", "who"]);
        assert.equal(warnings.filter((text) => text.includes("the first one stays")).length, 1, warnings.join());
        assert.deepEqual(page.faults, []);
      });

      test("module and embed.js together, and embed.js twice, bring one element for each place", async () => {
        const page = await embed(`<social-or-not storage="none" lang="fr"></social-or-not><div data-social-or-not data-storage="none" data-lang="en"></div>${module}${classic}${classic}`, "", { height: 2000 });
        await happened(page, "ready", 2);
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("social-or-not")].map((element) => element.lang)), ["fr", "en"]);
        assert.equal(await page.evaluate(() => document.querySelectorAll("[data-social-or-not]").length), 0);
        assert.deepEqual(page.faults, []);
      });

      test("a copy is a quiz of its own, with the settings and none of the answers", async () => {
        const { page, quiz } = await answered();
        await page.evaluate(() => document.querySelector("#b").append(document.querySelector("social-or-not").cloneNode(true)));
        await happened(page, "ready", 2);
        const copy = element(page, 1);
        assert.deepEqual(await copy.host((element) => [element.storage, element.lang, element.answers]), ["none", "fr", {}]);
        assert.deepEqual(await quiz.host((element) => element.answers), { who: "shop" });
      });

      test("made by a script, by innerHTML, from a template, or within another shadow root, it is there", async () => {
        const page = await embed(`<template><social-or-not storage="none" lang="fr"></social-or-not></template><div id="a"></div><div id="b"></div>${module}`, "", { height: 4000 });
        await page.waitForFunction(() => customElements.get("social-or-not"));
        await page.evaluate(() => {
          const made = Object.assign(document.createElement("social-or-not"), { storage: "none", lang: "fr" });
          document.querySelector("#a").append(made);
          document.querySelector("#b").innerHTML = `<social-or-not storage="none" lang="fr"></social-or-not>`;
          document.body.append(document.querySelector("template").content.cloneNode(true));
          const box = document.body.appendChild(document.createElement("div"));
          box.lang = "en";
          box.attachShadow({ mode: "open" }).innerHTML = `<social-or-not storage="none"></social-or-not>`;
        });
        await happened(page, "ready", 4);
        assert.deepEqual(await Promise.all([0, 1, 2].map((n) => element(page, n).question())), ["who", "who", "who"]);
        const inner = await page.evaluate(() => document.querySelector("div[lang]").shadowRoot.querySelector("social-or-not").shadowRoot.querySelector(".son").lang);
        assert.equal(inner, "en");
        assert.deepEqual(page.faults, []);
      });

      test("moved into another shadow root, or by moveBefore, it goes on", async () => {
        const { page, quiz } = await answered();
        const question = await quiz.question();
        await page.evaluate(() => {
          const [one, b] = [document.querySelector("social-or-not"), document.querySelector("#b")];
          if (b.moveBefore) b.moveBefore(one, null); else b.append(one);
        });
        assert.equal(await quiz.question(), question);
        await page.evaluate(() => {
          globalThis.one = document.querySelector("social-or-not");
          document.querySelector("#a").attachShadow({ mode: "open" }).append(globalThis.one);
        });
        const kept = () => page.evaluate(() => [globalThis.one.answers, globalThis.one.shadowRoot.querySelector("input[name]")?.name]);
        assert.deepEqual(await kept(), [{ who: "shop" }, question]);
        await page.evaluate(() => globalThis.one.shadowRoot.querySelector("label").click());
        await page.waitForFunction((question) => globalThis.one.shadowRoot.querySelector("input[name]")?.name !== question, {}, question);
        assert.deepEqual(page.faults, []);
      });

      test("taken over into a frame's document and back, it keeps its answers", async () => {
        const { page, quiz } = await answered(`<div id="a"><social-or-not storage="none" lang="fr"></social-or-not></div><iframe srcdoc="<!doctype html><body>" height="900"></iframe>`);
        await page.waitForFunction(() => document.querySelector("iframe").contentDocument?.readyState === "complete" && document.querySelector("iframe").contentDocument.URL === "about:srcdoc");
        await page.evaluate(() => {
          globalThis.one = document.querySelector("social-or-not");
          document.querySelector("iframe").contentDocument.body.append(globalThis.one);
        });
        await page.waitForFunction(() => globalThis.one.shadowRoot.querySelector("legend"));
        assert.deepEqual(await page.evaluate(() => globalThis.one.answers), { who: "shop" });
        await page.evaluate(() => document.querySelector("#a").append(globalThis.one));
        await quiz.wait("legend");
        assert.deepEqual(await quiz.host((element) => element.answers), { who: "shop" });
        const question = await quiz.question();
        await (await quiz.find("label")).click();
        await quiz.leaves(question);
        assert.deepEqual(page.faults, []);
      });

      test("follows the language of the page when that changes", async () => {
        const page = await embed(`<div id="a"><social-or-not storage="none"></social-or-not></div>${module}`);
        const quiz = await ready(page);
        assert.equal(await quiz.host((element) => element.shadowRoot.querySelector(".son").lang), "en");
        await page.evaluate(() => { document.documentElement.lang = "fr"; });
        await quiz.wait(".son[lang=fr]");
        await page.evaluate(() => { document.querySelector("#a").lang = "en"; });
        await quiz.wait(".son[lang=en]");
      });
    });

    describe("documents", async () => {
      const quirks = `<html lang="fr"><head><title>A host</title></head><body><p>Text<table><tr><td><social-or-not storage="none"></social-or-not></table>${module}`;
      const xhtml = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" lang="fr"><head><title>A host</title></head><body><div data-social-or-not="" data-storage="none"></div><script src="${product.address}/embed.js"></script></body></html>`;
      const KINDS = [
        ["in quirks mode", quirks, "text/html"],
        ["in XHTML, where Chromium runs no module of its own but embed.js", xhtml, "application/xhtml+xml"],
        ["that has its base elsewhere", `<!doctype html><html lang="fr"><base href="https://elsewhere.example/a/"><title>A host</title><body><social-or-not storage="none"></social-or-not>${module}`, "text/html"],
      ];
      for (const [name, text, type] of KINDS) {
        test(`a page ${name}`, async () => {
          const page = await embedAs(text, { "Content-Type": `${type}; charset=utf-8` });
          await walk(page);
          assert.deepEqual(page.faults, []);
        });
      }

      const OLD = {
        "adds to arrays and objects what every loop meets": `
          Array.prototype.each = Array.prototype.contains = function () { throw new Error("each"); };
          Object.prototype.foo = Object.prototype.extend = function () { throw new Error("foo"); };
          String.prototype.strip = Function.prototype.bindAsEventListener = function () { throw new Error("strip"); };`,
        "writes lists as JSON in its own way": `Array.prototype.toJSON = function () { return "[" + this.join(", ") + "]"; };`,
        "has its own Array.from": `Array.from = function (list) { var all = []; for (var i = 0; i < list.length; i++) all.push(list[i]); return all; };`,
        "has an AMD loader": `globalThis.define = function () { throw new Error("define"); }; define.amd = {}; globalThis.require = globalThis.define; globalThis.exports = {}; globalThis.module = { exports: {} };`,
      };
      // Such a page breaks the tests' own tools as well: what happens is told on the page's root, where they look from outside.
      const tell = (answers) => {
        const root = document.documentElement;
        addEventListener("error", (event) => root.setAttribute("data-fault", event.message));
        addEventListener("social-or-not-error", (event) => root.setAttribute("data-fault", event.detail.message));
        addEventListener("social-or-not-ready", ({ target }) => {
          if (target.shadowRoot.querySelector("[part=verdict]")) return root.setAttribute("data-kept", target.answers.goals.length);
          target.answers = answers;
        });
        addEventListener("social-or-not-verdict", ({ target, detail }) => root.setAttribute("data-verdict", `${detail.verdict} ${target.answers.goals}`));
      };
      for (const [name, code] of Object.entries(OLD)) {
        test(`a page whose library ${name}`, async () => {
          const { constancy, ...others } = DONE;
          host.host("/post", `<social-or-not lang="fr"></social-or-not>${module}`, `<script>(${tell})(${JSON.stringify({ ...others, goals: ["visibility", "sales"] })});${code}</script>`);
          const page = await (await browser.createBrowserContext()).newPage();
          const told = async (selector) => (await page.waitForSelector(selector)).evaluate((root) => root.outerHTML.match(/<html[^]*?>/)[0]);
          await page.goto(`${host.address}/post`);
          // `visible`: looked for at every frame, since nobody is told of changes within a shadow root.
          const last = await page.waitForSelector("pierce/input[name=constancy]", { visible: true });
          await (await last.evaluateHandle((input) => input.closest("label"))).click();
          assert.match(await told("html[data-verdict], html[data-fault]"), /data-verdict="[a-z_]+ visibility,sales"/);
          // What was kept is read again.
          await page.reload();
          assert.match(await told("html[data-kept], html[data-fault]"), /data-kept="2"/);
        });
      }
    });
  });
}
