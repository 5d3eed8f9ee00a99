// Pages made with Yew, as examples/yew-host is: the quiz as a component of their own program, and as the element of another.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, DIST, ROOT, element, events, launch, open, ready, serve } from "../browser/harness.js";
import { reader } from "../browser/reader.js";

/** Where `cargo xtask example` builds it. */
const EXAMPLE = process.env.YEW_HOST ?? join(ROOT, "target/examples/yew-host");

/** Answers to all core questions, and the verdict they give. */
const { answers: BAKERY } = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find(({ id }) => id === "bakery");
const VERDICT = "go";

/** How often the page has heard its own button, and the last verdict it was told of. */
const presses = (page) => page.$eval("#press output", (output) => Number(output.textContent));
const verdict = (page) => page.$eval("#verdict", (output) => output.textContent);
const told = (page, verdict) => page.waitForFunction((verdict) => document.querySelector("#verdict").textContent === verdict, {}, verdict);

for (const program of BROWSERS) {
  describe(`a page made with Yew, in ${program.name}`, async () => {
    const host = await serve({ folder: EXAMPLE });
    const product = await serve();
    const browser = await launch(program);

    describe("with the component", () => {
      async function arrive(way) {
        const page = await open(browser, `${host.address}/`);
        const quiz = element(page, 0, "social-or-not-widget");
        await quiz.wait("input[name=who]");
        return { page, quiz, ...reader(page, quiz, { lang: "en", way }) };
      }

      for (const way of ["mouse", "keyboard"]) {
        test(`is told of the verdict of a quiz taken by ${way}, and of nothing pressed in it`, async () => {
          const { page, quiz, walk } = await arrive(way);
          assert.equal(await verdict(page), "none yet");
          await walk(BAKERY);
          await quiz.wait("[part=verdict]");
          await told(page, VERDICT);
          assert.equal(await presses(page), 0);
          await page.click("#press");
          await page.waitForFunction(() => document.querySelector("#press output").textContent === "1");
          assert.ok(await quiz.find("[part=verdict]"), "the quiz stays where it is when the page is drawn anew");
          assert.deepEqual(page.faults, []);
        });
      }

      test("keeps the focus in the quiz as its pages turn, on the heading of the next", async () => {
        const { page, quiz, answer } = await arrive("keyboard");
        await answer("who", BAKERY.who);
        assert.equal(await page.evaluate(() => document.activeElement.localName), "social-or-not-widget");
        const [focused, heading] = await quiz.host(({ shadowRoot }) => [shadowRoot.activeElement.textContent, shadowRoot.querySelector("legend").textContent]);
        assert.equal(focused, heading);
      });

      test("gives it no style and takes none from it", async () => {
        const { page, quiz } = await arrive("mouse");
        const looks = () => quiz.host(({ shadowRoot }) => [...shadowRoot.querySelectorAll("*")].map((node) => {
          const style = getComputedStyle(node);
          return `${node.localName}.${node.className} ${[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ")}`;
        }));
        const [inside, outside] = await page.evaluate(() => {
          document.querySelector("main").insertAdjacentHTML("beforeend", `<div class="son"><p class="son-head">The page's own</p></div>`);
          const looks = (root) => [getComputedStyle(root.querySelector(".son")).borderTopStyle, getComputedStyle(root.querySelector(".son-head")).display];
          return [looks(document.querySelector("social-or-not-widget").shadowRoot), looks(document)];
        });
        assert.deepEqual([inside, outside], [["solid", "grid"], ["none", "block"]]);
        const before = await looks();
        assert.ok(before.length > 30);
        await page.addStyleTag({ content: `
          .son, .son *, [part], div, section, form, fieldset, legend, label, input, svg, h2, h3, h4 {
            all: revert !important; display: inline-table !important; color: lime !important; border: 9px dotted red !important;
          }` });
        assert.deepEqual(await looks(), before);
      });
    });

    // Both programs are Yew's, in two WebAssembly modules that know nothing of each other, and both number their nodes from 1.
    describe("with the element", () => {
      async function arrive() {
        const html = readFileSync(join(EXAMPLE, "element.html"), "utf8");
        host.spoil(/\/element\.html$/, { body: html.replace(/http:\/\/127\.0\.0\.1:\d+/, product.address) });
        const page = await open(browser, `${host.address}/element.html`);
        const quiz = await ready(page);
        return { page, quiz, ...reader(page, quiz, { lang: "en" }) };
      }

      test("hears nothing of what is pressed in the quiz, and the quiz goes on while the page is drawn anew", async () => {
        const { page, quiz, answer, walk } = await arrive();
        await answer("who", BAKERY.who);
        await answer("presence", BAKERY.presence);
        assert.equal(await presses(page), 0);
        await quiz.host((element) => { globalThis.before = element; });
        await page.click("#press");
        await page.waitForFunction(() => document.querySelector("#press output").textContent === "1");
        assert.ok(await quiz.host((element) => element === globalThis.before), "it is the same element");
        assert.equal(await quiz.question(), "goals");
        await walk(BAKERY);
        await quiz.wait("[part=verdict]");
        await told(page, VERDICT);
        assert.deepEqual(await events(page, "verdict"), [{ name: "verdict", verdict: VERDICT, first: true }]);
        assert.equal(await presses(page), 1);
        assert.deepEqual(page.faults, []);
      });

      test("would hear its own button pressed, if our nodes bore the names that Yew gives them", async () => {
        for (const name of readdirSync(DIST).filter((name) => /^(questions|whole)\..*\.js$/.test(name))) {
          product.spoil(new RegExp(`/${name}$`), { body: readFileSync(join(DIST, name), "utf8").replaceAll("__son_", "__yew_") });
        }
        const { page, walk } = await arrive();
        await walk(BAKERY);
        assert.ok(await presses(page) > 0, "the test above cannot fail");
      });
    });
  });
}
