// The worker mends what it keeps: a file that is lost or damaged is fetched again and verified, and
// where it can't be had a whole build is shown, never a mixture.

import { markedBuild } from "./builds.js";
import { expect, keptOffline, open, test } from "./fixtures.js";
import { keep, settled } from "./person.js";

test("a file that was lost is there again after the next start", async ({ page, site }) => {
  await open(page, site);
  await keptOffline(page);
  const before = await digests(page);
  await lose(page, "/boot.js");
  await page.reload();
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
  expect(await digests(page)).toEqual(before);
});

test("a damaged program is mended by trying again", async ({ page, site, context, faults }) => {
  faults.expect(/WebAssembly/);
  await open(page, site);
  await keptOffline(page);
  const before = await digests(page);
  await spoilKept(page, ".wasm");
  const again = await context.newPage();
  await again.goto(site.url);
  await expect(again.getByRole("alert")).toContainText("Soepel start niet");
  await again.getByRole("button", { name: "Probeer het opnieuw" }).click();
  await expect(again.locator("html[data-app-ready]")).toBeAttached();
  expect(await digests(again)).toEqual(before);
});

test("damage that nobody noticed is mended when a page asks for a look", async ({ page, site }) => {
  await page.clock.install();
  await open(page, site);
  await keptOffline(page);
  const before = await digests(page);
  await spoilKept(page, "/rescue.js");
  await page.clock.fastForward(61_000);
  await expect.poll(() => digests(page)).toEqual(before);
});

test("what the host has no more is not mixed in: the whole build before is shown", async ({ page, site, context }, testInfo) => {
  await keep(context, settled());
  await site.deploy(await markedBuild(testInfo, "before"));
  await open(page, site);
  await keptOffline(page);
  await site.deploy(await markedBuild(testInfo, "now"));
  await update(page);
  await expect.poll(() => marks(page)).toEqual(["now", "now", "now", "now"]);

  // The host goes on to a third build, and of the second a file is lost here.
  await site.deploy(await markedBuild(testInfo, "next"));
  await lose(page, "/boot.js", 1);
  const later = await context.newPage();
  await open(later, site);
  expect(await marks(later)).toEqual(["before", "before", "before", "before"]);
});

test("without internet a damaged build shows the way out, and mends when the host is back", async ({ page, site, context, faults }) => {
  faults.expect(/net::ERR|Failed to|broken is not defined/);
  await open(page, site);
  await keptOffline(page);
  await spoilKept(page, "/boot.js");
  await site.stop();
  const cold = await context.newPage();
  await cold.clock.install();
  await cold.goto(site.url);
  const alert = cold.getByRole("alert");
  await expect(alert).toContainText("Soepel start niet");
  const reloaded = cold.waitForEvent("load");
  await alert.getByRole("button", { name: "Probeer het opnieuw" }).click();
  // Now it is known to be damaged; the page comes all the same, with its way out.
  await reloaded;
  await expect(alert).toContainText("Soepel start niet");
  await site.start();
  await alert.getByRole("button", { name: "Probeer het opnieuw" }).click();
  await expect(cold.locator("html[data-app-ready]")).toBeAttached({ timeout: 20_000 });
});

function lose(page, ending, build = 0) {
  return page.evaluate(
    async ([ending, build]) => {
      const cache = await caches.open((await caches.keys())[build]);
      for (const request of await cache.keys()) if (request.url.endsWith(ending)) await cache.delete(request);
    },
    [ending, build],
  );
}

function spoilKept(page, ending) {
  return page.evaluate(async (ending) => {
    const cache = await caches.open((await caches.keys())[0]);
    for (const request of await cache.keys()) if (request.url.endsWith(ending)) await cache.put(request, new Response("broken"));
  }, ending);
}

/** What is kept, by address and checksum. */
function digests(page) {
  return page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    const found = {};
    for (const request of await cache.keys()) {
      // One that is being mended is away for a moment.
      const bytes = (await (await cache.match(request))?.arrayBuffer()) ?? new ArrayBuffer();
      found[request.url] = String(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    }
    return found;
  });
}

function marks(page) {
  return page.evaluate(() => [
    document.querySelector("meta[name=build]")?.content,
    window.soepelBoot,
    window.soepelRescue,
    window.soepelKeptBuild,
  ]);
}

async function update(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const offered = new Promise((told) => window.addEventListener("soepel-update-ready", told, { once: true }));
    await registration.update();
    await offered;
  });
  const reloaded = page.waitForEvent("load");
  await page.evaluate(() => window.dispatchEvent(new CustomEvent("soepel-update-now")));
  await reloaded;
}
