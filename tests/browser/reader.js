// A reader: answers questions and presses buttons by touch, by mouse, or by the keyboard alone.

import assert from "node:assert/strict";
import { plain, words } from "./words.js";

/** What each kind of reader does to a control. */
const POINTERS = { mouse: (handle) => handle.click(), touch: (handle) => handle.tap() };

/** The questions of which several answers may be chosen, and those answered by a number. */
export const SEVERAL = ["accounts", "goals", "ages", "formats"];
export const NUMBERS = ["hours", "budget"];

/** `way`: touch, mouse or keyboard. */
export function reader(page, quiz, { lang = "fr", way = "mouse" } = {}) {
  const texts = words(lang, "interface");
  const names = words(lang, "questions");
  const point = POINTERS[way];

  /** What has the focus inside the element. */
  const focused = () => quiz.host((element) => {
    const active = element.shadowRoot.activeElement;
    return active && { name: active.name ?? "", value: active.value ?? "", type: active.type ?? "", tag: active.localName, text: active.textContent };
  });

  /** Presses Tab until the focus is where it should be; a widget has fewer stops than this. */
  async function tabTo(is) {
    for (let stop = 0; stop < 150; stop++) {
      const at = await focused();
      if (at && is(at)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`the keyboard does not reach it: ${is}`);
  }

  /** The button that says this; `more`: what a screen reader says after it. */
  async function button(text, more = "") {
    const handle = await page.evaluateHandle((host, text, more) => {
      const plain = (text) => text.replaceAll("’", "'").replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "").replaceAll(/\s+/g, " ").trim();
      return [...host.shadowRoot.querySelectorAll("button, summary")].find((button) => {
        const said = plain(button.textContent);
        return more ? said.startsWith(text) && said.endsWith(more) : said === text;
      });
    }, await quiz.self(), text, more);
    return handle.asElement() ?? assert.fail(`no button says “${text}” ${more}`);
  }

  async function press(key, more) {
    const text = plain(texts[key] ?? key);
    if (way === "keyboard") {
      await tabTo(({ tag, text: said }) => tag === "button" && (more ? plain(said).startsWith(text) && plain(said).endsWith(more) : plain(said) === text));
      await page.keyboard.press("Enter");
    } else {
      await point(await button(text, more));
    }
  }

  /** Chooses an option, or unchooses it. */
  async function choose(question, value) {
    const option = `input[name="${question}"][value="${value}"]`;
    if (way !== "keyboard") return point(await (await quiz.find(option)).evaluateHandle((input) => input.closest("label")));
    if (SEVERAL.includes(question)) {
      await tabTo((at) => at.name === question && at.value === value);
      return page.keyboard.press(" ");
    }
    await tabTo((at) => at.name === question);
    // Space takes the option that has the focus; arrows take the next one.
    await page.keyboard.press(" ");
    for (let step = 0; step < 12 && (await focused()).value !== value; step++) await page.keyboard.press("ArrowDown");
  }

  /** Writes a number in place of what is there. */
  async function type(question, text) {
    if (way === "keyboard") {
      await tabTo((at) => at.name === question && at.type === "text");
    } else {
      await point(await quiz.find(`input[name="${question}"]`));
    }
    await quiz.host((element, question) => element.shadowRoot.querySelector(`input[name="${question}"]`).select(), question);
    await page.keyboard.type(text);
  }

  /** Presses the form's own button. */
  async function next() {
    if (way !== "keyboard") return point(await quiz.wait("button[type=submit]"));
    await tabTo((at) => at.tag === "button" && at.type === "submit");
    return page.keyboard.press("Enter");
  }

  /** Answers the question on the screen and goes on. None: "I don't know". */
  async function answer(question, value) {
    if (value === undefined || value === null) {
      await press("question.unknown");
    } else if (NUMBERS.includes(question)) {
      await type(question, String(value));
      await next();
    } else if (SEVERAL.includes(question)) {
      for (const option of value) await choose(question, option);
      await next();
    } else {
      await choose(question, value);
      // Chosen by a pointer, it moves on by itself.
      if (way === "keyboard") await next();
    }
    await quiz.leaves(question);
  }

  /** Answers all that is asked, up to the result. Returns the questions in their order. */
  async function walk(answers) {
    const asked = [];
    for (let question = await quiz.question(); question !== null; question = await quiz.question()) {
      assert.ok(!asked.includes(question), `${question} is asked twice`);
      asked.push(question);
      await answer(question, answers[question]);
    }
    return asked;
  }

  return { press, choose, type, next, answer, walk, focused, tabTo, name: (question) => plain(names[`${question}.name`]), texts };
}
