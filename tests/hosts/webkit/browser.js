// WebKit as Debian has it, the engine of Safari, driven by its own WebDriver on a screen that nobody sees. Its pages answer to what
// the harness asks of a page, so that readers and elements are the same as in the other browsers.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, afterEach } from "node:test";
import { Builder, Key, WebElement } from "selenium-webdriver";
import { freePort } from "../../browser/harness.js";

/**
 * Starts what drives it. Returns how to open a page, with a browser and a storage of its own: there is one at a time,
 * which ends with the test. `home`: the folder that files are saved to.
 */
export async function webkit({ home }) {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const display = `:${String(await Promise.race([once(screen.stdout, "data"), failed(screen, "Xvfb")])).trim()}`;
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env: { ...process.env, DISPLAY: display, HOME: home, XDG_DOWNLOAD_DIR: home }, stdio: "ignore" });
  const address = `http://127.0.0.1:${port}`;
  await Promise.race([answering(address), failed(driver, "WebKitWebDriver")]);
  let session;
  const end = async () => {
    await session?.quit();
    session = undefined;
  };
  afterEach(end);
  after(async () => {
    await end();
    driver.kill();
    screen.kill();
  });

  return async function open(at, { width = 390, height = 844 } = {}) {
    await end();
    session = await new Builder().usingServer(address).withCapabilities({ browserName: "MiniBrowser" }).build();
    const page = pageOf(session);
    await page.resize(width, height);
    await page.goto(at);
    return page;
  };
}

/** Rejects when a program cannot be started, or ends. */
const failed = (program, name) =>
  new Promise((_, reject) => {
    program.once("error", reject);
    program.once("exit", (code) => reject(new Error(`${name} ended: ${code}`)));
  });

/** Resolves once somebody answers at an address. */
async function answering(address) {
  for (;;) {
    try {
      return await fetch(`${address}/status`);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A page, as far as the tests need one. */
function pageOf(session) {
  // A string is an expression, as elsewhere.
  const evaluate = (run, ...given) => {
    const source = typeof run === "string" ? `return ${run}` : `return (${run}).apply(null, arguments)`;
    return session.executeScript(source, ...given.map((value) => value?.element ?? value));
  };
  const handleOf = (value) => ({
    element: value instanceof WebElement ? value : undefined,
    asElement() { return this.element ? this : null; },
    jsonValue: async () => value,
    // The pointer's own way: the driver's `click` takes what is inside a field for something that lies on it.
    async click() {
      await evaluate((element) => element.scrollIntoView({ block: "center" }), value);
      await session.actions().move({ origin: value }).click().perform();
    },
    evaluate: (run, ...rest) => evaluate(run, value, ...rest),
    evaluateHandle: async (run, ...rest) => handleOf(await evaluate(run, value, ...rest)),
  });
  const waitForFunction = async (run, _options, ...given) => handleOf(await session.wait(() => evaluate(run, ...given), 30_000));
  return {
    evaluate,
    evaluateHandle: async (run, ...given) => handleOf(await evaluate(run, ...given)),
    waitForFunction,
    waitForSelector: (selector) => waitForFunction((selector) => document.querySelector(selector), {}, selector),
    keyboard: {
      press: (key) => session.actions().sendKeys(KEYS[key] ?? key).perform(),
      type: (text) => session.actions().sendKeys(text).perform(),
    },
    goto: (address) => session.get(address),
    reload: () => session.navigate().refresh(),
    /** Until the page itself is so wide and high, whatever the window adds. */
    async resize(width, height) {
      await session.manage().window().setRect({ width, height });
      const [inner, tall] = await evaluate("[innerWidth, innerHeight]");
      await session.manage().window().setRect({ width: 2 * width - inner, height: 2 * height - tall });
    },
    picture: async () => Buffer.from(await session.takeScreenshot(), "base64"),
  };
}

const KEYS = { Tab: Key.TAB, Enter: Key.ENTER, ArrowDown: Key.ARROW_DOWN, " ": Key.SPACE };
