// The checks in the machine's own Firefox, which Playwright drives over WebDriver BiDi.
//
// Playwright gives no promise for this way: it works with 1.64 and not with 1.65. Downloads and
// setOffline don't work over it, so the checks stop the host instead.

import { firefox } from "@playwright/test";
import { runChecks } from "./checks.js";

const browser = await firefox.launch({
  channel: "moz-firefox",
  executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr",
});
try {
  const page = await (await browser.newContext({ locale: "nl-NL" })).newPage();
  const all = await runChecks("Firefox", {
    goto: (address) => page.goto(address),
    evaluate: (expression) => page.evaluate(expression),
  });
  process.exitCode = all ? 0 : 1;
} finally {
  await browser.close();
}
