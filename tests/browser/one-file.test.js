// The page as one file, opened from the disk: no server at all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { BROWSERS, DIST, ROOT, happened, hold, launch, open, ready, ruin } from "./harness.js";
import { reader } from "./reader.js";

const BAKERY = JSON.parse(readFileSync(join(ROOT, "tests/personas.json"), "utf8")).find(({ id }) => id === "bakery").answers;
const FILES = { fr: "social-or-not.html", en: "social-or-not.en.html" };

for (const program of BROWSERS) {
  describe(`one file in ${program.name}`, async () => {
    const browser = await launch(program);

    for (const [lang, file] of Object.entries(FILES)) {
      test(`${file} goes from the first question to how firm the verdict is, and asks nothing of anybody`, async () => {
        const page = await open(browser, pathToFileURL(join(DIST, file)).href);
        const asked = [];
        page.on("request", (request) => asked.push(request.url()));
        const quiz = await ready(page);
        await reader(page, quiz, { lang }).walk(BAKERY);
        await quiz.wait("[part=firm] figure");
        assert.ok((await quiz.report()).verdict);
        const theme = await quiz.find("[part=themes] button");
        await theme.click();
        await quiz.wait("[part=themes] button[aria-pressed=true]:first-child");
        assert.ok(await theme.evaluate((button) => button.isConnected), "it is drawn on, not anew");
        assert.equal(await quiz.host((element) => element.shadowRoot.querySelector(".son").lang), lang);
        assert.deepEqual(asked.filter((address) => !address.startsWith("data:")), []);
        assert.deepEqual(page.faults, []);
      });
    }

    test("a link pasted in place of its address is opened", async () => {
      const page = await open(browser, pathToFileURL(join(DIST, FILES.fr)).href);
      const quiz = await ready(page);
      await quiz.host((element, answers) => { element.answers = answers; }, BAKERY);
      await quiz.wait("[part=share]");
      const { hash } = new URL(await quiz.host((element) => element.link));
      await quiz.host((element) => element.restart());
      await quiz.wait("input[name=who]");
      await Promise.all([page.waitForNavigation(), page.evaluate((hash) => { location.hash = hash; }, hash)]);
      await quiz.wait("[part=verdict]");
      assert.deepEqual(await quiz.host((element) => element.answers), BAKERY);
    });

    test("after a trap, to try again starts another module", async () => {
      const page = await open(browser, pathToFileURL(join(DIST, FILES.fr)).href, { prepare: hold });
      const quiz = await ready(page);
      await page.evaluate(ruin);
      await (await quiz.find("label")).click();
      await happened(page, "error");
      await (await quiz.wait("[role=alert] button, button")).click();
      await happened(page, "ready", 2);
      await reader(page, quiz).walk(BAKERY);
      await quiz.wait("[part=firm] figure");
    });
  });
}
