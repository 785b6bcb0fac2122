// What has to hold in every engine. A check gets a page and a host of its own.
//
// A page here is only what both drivers can do: `goto(address)`, and `evaluate(expression)`, which
// waits when the expression is a promise. More checks go into CHECKS; they are told by their names.

import { BASES, Site } from "../fixtures.js";

const PATIENCE_MS = 20_000;

const CHECKS = {
  async "the app starts"(page, site) {
    await page.goto(site.url);
    await until(page, STARTED);
  },

  async "it starts cold with no host"(page, site) {
    await page.goto(site.url);
    await until(page, STARTED);
    await until(page, "navigator.serviceWorker.controller?.state === 'activated'");
    await page.goto("about:blank");
    await site.stop();
    await page.goto(site.url);
    await until(page, STARTED);
  },

  async "what is saved is there again when the page is"(page, site) {
    await page.goto(site.url);
    await until(page, STARTED);
    await page.evaluate("localStorage.setItem('soepel.s.1', 'één')");
    await page.goto("about:blank");
    await page.goto(site.url);
    await until(page, "localStorage.getItem('soepel.s.1') === 'één'");
  },
};

const STARTED = "'appReady' in document.documentElement.dataset";

/** Runs every check, at the root of a host and in a folder of it, and says how many passed. */
export async function runChecks(engine, page) {
  let passed = 0;
  let failed = 0;
  for (const base of BASES) {
    for (const [name, check] of Object.entries(CHECKS)) {
      const site = await Site.open("dist", base);
      try {
        await check(page, site);
        console.log(`ok      ${engine} at ${base}: ${name}`);
        passed++;
      } catch (problem) {
        console.log(`FAILED  ${engine} at ${base}: ${name}\n        ${problem.message}`);
        failed++;
      } finally {
        await site.stop();
      }
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

async function until(page, condition) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await page.evaluate(condition).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never came true: ${condition}`);
}
