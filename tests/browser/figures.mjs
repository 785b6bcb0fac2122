// Every figure large, from both sides and in both themes, as a page and as pictures in figures/.
//
//   npm run figures                 all of them; CHROMIUM names the browser
//   npm run figures -- superman     those whose name starts so

import { execFileSync } from "node:child_process";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "../../playwright.config.js";

const wanted = process.argv.slice(2);

// The page is drawn by the code that draws in the app.
execFileSync("cargo", ["run", "--locked", "--quiet", "--example", "figures"], { stdio: "inherit" });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: CHROMIUM_ARGUMENTS,
});
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
await page.goto(new URL("../../figures/index.html", import.meta.url).href);
for (const section of await page.locator("section").all()) {
  const id = await section.getAttribute("id");
  if (wanted.length > 0 && !wanted.some((start) => id.startsWith(start))) continue;
  await section.screenshot({ path: `figures/${id}.png` });
}
await browser.close();
