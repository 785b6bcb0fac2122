// A new build is taken whole, when the person asks for it, and loses nothing.

import { anotherBuild, spoil, versionOf } from "./builds.js";
import { expect, keptOffline, open, test } from "./fixtures.js";

test("a new build waits until it is asked for, and then runs", async ({ page, site }, testInfo) => {
  await open(page, site);
  await keptOffline(page);
  await page.evaluate(() => localStorage.setItem("soepel.s.1", "kept"));
  const next = await anotherBuild(testInfo, "next");

  await offerOf(page, site, next);
  expect(await runningVersion(page)).toBe(await versionOf("dist"));

  await takeOffer(page);
  expect(await runningVersion(page)).toBe(await versionOf(next));
  await expect(page.locator("meta[name=build]")).toHaveAttribute("content", "next");
  expect(await page.evaluate(() => localStorage.getItem("soepel.s.1"))).toBe("kept");
});

test("a build that waits is offered again by the next page", async ({ page, site, context }, testInfo) => {
  await open(page, site);
  await keptOffline(page);
  await offerOf(page, site, await anotherBuild(testInfo, "next"));

  const later = await context.newPage();
  await listen(later);
  await open(later, site);
  await later.waitForFunction(() => window.offers === 1);
});

test("a page that did not ask is not reloaded", async ({ page, site, context }, testInfo) => {
  await open(page, site);
  await keptOffline(page);
  const other = await context.newPage();
  await open(other, site);
  await other.evaluate(() => (window.inSession = true));
  await offerOf(page, site, await anotherBuild(testInfo, "next"));
  await takeOffer(page);
  await keptOffline(other);
  expect(await other.evaluate(() => window.inSession)).toBe(true);
});

test("only this build and the one before are kept", async ({ page, site }, testInfo) => {
  await open(page, site);
  await keptOffline(page);
  const builds = [];
  for (const name of ["second", "third"]) {
    builds.push(await anotherBuild(testInfo, name));
    await offerOf(page, site, builds.at(-1));
    await takeOffer(page);
  }
  const kept = await page.evaluate(() => caches.keys());
  const versions = kept.map((name) => name.match(/^soepel-(.*)@/)[1]);
  expect(versions).toEqual([await versionOf(builds[0]), await versionOf(builds[1])]);
});

test("a half-finished deployment leaves the old build in charge", async ({ page, site, context }, testInfo) => {
  await open(page, site);
  await keptOffline(page);
  const broken = await anotherBuild(testInfo, "broken");
  await spoil(broken, "manifest.webmanifest");

  await site.deploy(broken);
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return new Promise((resolve) => {
      registration.addEventListener("updatefound", () => {
        const fresh = registration.installing;
        fresh.addEventListener("statechange", () => resolve(fresh.state));
      });
      registration.update();
    });
  });
  expect(outcome).toBe("redundant");
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);

  await site.stop();
  const cold = await context.newPage();
  await open(cold, site);
  expect(await runningVersion(cold)).toBe(await versionOf("dist"));
});

/** Deploys `build` and waits until the page is told of it. */
async function offerOf(page, site, build) {
  await site.deploy(build);
  await page.evaluate(async () => {
    const offered = new Promise((told) => window.addEventListener("soepel-update-ready", told, { once: true }));
    await (await navigator.serviceWorker.getRegistration()).update();
    await offered;
  });
}

async function takeOffer(page) {
  const reloaded = page.waitForEvent("load");
  await page.evaluate(() => window.dispatchEvent(new CustomEvent("soepel-update-now")));
  await reloaded;
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
}

async function listen(page) {
  await page.addInitScript(() => {
    window.offers = 0;
    window.addEventListener("soepel-update-ready", () => window.offers++);
  });
}

/** The version of the worker that serves this page, read from the name of what it keeps. */
async function runningVersion(page) {
  return page.evaluate(async () => {
    const html = await (await fetch("./")).text();
    for (const name of await caches.keys()) {
      const kept = await (await caches.open(name)).match(new URL("./", document.baseURI));
      if ((await kept?.text()) === html) return name.match(/^soepel-(.*)@/)[1];
    }
    return undefined;
  });
}
