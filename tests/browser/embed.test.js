// The classic script, in pages of another origin: for hosts that take no module, or strip tags they do not know.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, element, events, happened, launch, open, ready, serve } from "./harness.js";

for (const program of BROWSERS) {
  describe(`embed.js in ${program.name}`, async () => {
    const product = await serve();
    const host = await serve();
    const browser = await launch(program);

    async function embed(body) {
      host.host("/post", `${body}<script src="${product.address}/embed.js" async></script>`);
      return open(browser, `${host.address}/post`);
    }

    test("brings the element without being read across origins itself", async () => {
      const mend = product.spoil(/\/embed\.js$/, { headers: { "Access-Control-Allow-Origin": "https://example.org" } });
      const page = await embed(`<social-or-not lang="fr"></social-or-not>`);
      const quiz = await ready(page);
      assert.equal(await quiz.question(), "who");
      assert.deepEqual(page.faults, []);
      mend();
    });

    test("puts the element in the place of a div, with its settings, and of one written later", async () => {
      const page = await embed(`<div data-social-or-not data-lang="fr" data-storage="none" data-heading-level="3"><p>The publisher's text</p></div>`);
      const quiz = await ready(page);
      assert.deepEqual(await quiz.host((element) => [element.lang, element.storage, element.headingLevel]), ["fr", "none", "3"]);
      assert.equal(await quiz.question(), "who");
      assert.equal(await page.evaluate(() => document.querySelector("div[data-social-or-not]")), null);
      await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<div data-social-or-not data-lang="en" data-storage="none"></div>`));
      await happened(page, "ready", 2);
      assert.equal(await element(page, 1).question(), "who");
    });

    test("takes no attribute from a div but those that are documented", async () => {
      const page = await embed(`<div data-social-or-not data-lang="fr" data-onfocus="globalThis.ran = true" data-tabindex="0" data-data-own-page data-style="color: red"></div>`);
      const quiz = await ready(page);
      assert.deepEqual(await quiz.host((element) => element.getAttributeNames()), ["lang"]);
    });

    const LOST = [
      ["download", { status: 404 }],
      ["cors", { headers: { "Access-Control-Allow-Origin": "https://example.org" } }],
      ["mime", { headers: { "Content-Type": "text/html" } }],
      ["wasm", { body: "let let = 1" }],
    ];
    for (const [cause, outcome] of LOST) {
      test(`leaves the publisher's text where the module cannot be had, and tells the cause: ${cause}`, async () => {
        product.spoil(/\/social-or-not\.js$/, outcome);
        const page = await embed(`<div data-social-or-not><p>The publisher's text</p></div>`);
        await happened(page, "error");
        assert.equal((await events(page, "error"))[0].cause, cause);
        assert.match(page.faults.join(), new RegExp(`docs/embedding\\.md#${cause}`));
        assert.equal(await page.evaluate(() => document.querySelector("div[data-social-or-not] p").textContent), "The publisher's text");
      });
    }
  });
}
