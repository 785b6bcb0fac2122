// Draws the PNG icons in public/icons from soepel.svg. Run it when the mark changes:
//
//   CHROMIUM=/usr/bin/chromium node scripts/icons.mjs

import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "../playwright.config.js";

const folder = new URL("../public/icons/", import.meta.url);
const mark = await readFile(new URL("soepel.svg", folder), "utf8");
// The system cuts these out itself, so the colour runs to the edge. The mark stays within the
// middle four fifths, which every shape of mask leaves.
const filled = mark.replace(/ rx="\d+"/, "");

const ICONS = [
  ["soepel-192.png", 192, mark],
  ["soepel-512.png", 512, mark],
  ["soepel-maskable-192.png", 192, filled],
  ["soepel-maskable-512.png", 512, filled],
  ["apple-touch-icon.png", 180, filled],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: CHROMIUM_ARGUMENTS,
});
for (const [name, size, drawing] of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  await page.screenshot({ path: new URL(name, folder).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
