// The kill switch takes the worker and its files away, and nothing else.

import { cp } from "node:fs/promises";
import { join } from "node:path";
import { expect, keptOffline, open, test } from "./fixtures.js";
import { keep, kept, settled } from "./person.js";

test("the kill switch takes away the worker and its files, and touches no history", async ({ page, site, context }, testInfo) => {
  await keep(context, settled());
  await open(page, site);
  await keptOffline(page);
  await page.evaluate(() => caches.open("somebody-else"));
  await expect.poll(() => copies(page)).toBeGreaterThan(0);
  const before = [await kept(page), await copies(page)];

  const folder = testInfo.outputPath("killed");
  await cp("dist", folder, { recursive: true });
  await cp("hosting/kill-sw.js", join(folder, "sw.js"));
  await site.deploy(folder);
  const reloaded = page.waitForEvent("load");
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration()).update());
  await reloaded;

  await expect(page.locator("html[data-app-ready]")).toBeAttached();
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual(["somebody-else"]);
  expect([await kept(page), await copies(page)]).toEqual(before);
  // The page that came from the host asked for the worker again: that loads nothing a second time.
  await page.evaluate(() => (window.stays = true));
  await open(await context.newPage(), site);
  expect(await page.evaluate(() => window.stays)).toBe(true);
});

/** How many texts the copy in IndexedDB has. */
function copies(page) {
  return page.evaluate(
    () =>
      new Promise((tell) => {
        window.soepelKept.both((_, second) => tell(Object.keys(second ?? {}).length));
      }),
  );
}
