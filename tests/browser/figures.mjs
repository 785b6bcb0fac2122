// Every figure large, from both sides and in both themes, as a page and as pictures in figures/.
//
//   npm run figures                 all of them; CHROMIUM names the browser
//   npm run figures -- superman     those whose name starts so
//   npm run figures -- --film       moments on the way of each instead of its poses

import { execFileSync } from "node:child_process";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "../../playwright.config.js";

const film = process.argv.includes("--film");
const wanted = process.argv.slice(2).filter((argument) => argument !== "--film");

// The page is drawn by the code that draws in the app.
const cargo = ["run", "--locked", "--quiet", "--example", "figures", ...(film ? ["--", "--film"] : [])];
execFileSync("cargo", cargo, { stdio: "inherit" });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: CHROMIUM_ARGUMENTS,
});
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
await page.goto(new URL("../../figures/index.html", import.meta.url).href);
for (const section of await page.locator("section").all()) {
  const id = await section.getAttribute("id");
  if (wanted.length > 0 && !wanted.some((start) => id.startsWith(start))) continue;
  await section.screenshot({ path: `figures/${id}${film ? ".film" : ""}.png` });
}
await browser.close();
