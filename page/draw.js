// `node page/draw.js page.html picture.png width height`: a page as a picture.

import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [from, to, width, height] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: Number(width), height: Number(height) });
  await page.goto(pathToFileURL(from).href);
  await page.screenshot({ path: to });
} finally {
  await browser.close();
}
