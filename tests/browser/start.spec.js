// Before the app is there, and when it does not come.

import { readFile } from "node:fs/promises";
import { expect, keptOffline, open, test } from "./fixtures.js";

const WASM = "**/*.wasm";

test("the first screen stands before the app does", async ({ page, site }) => {
  const release = await hold(page, WASM);
  await page.goto(site.url);
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();
  await expect(page.locator("html[data-app-ready]")).toHaveCount(0);
  release();
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
});

test("a tap made before the app is there is kept", async ({ page, site }) => {
  const release = await hold(page, WASM);
  await page.goto(site.url);
  await page.getByRole("button", { name: "Start" }).click();
  expect(await page.evaluate(() => window.soepelEarlyTap)).toBe("start");
  release();
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
});

test("an app that can't be fetched leads to a way out, at once", async ({ page, site, faults }) => {
  faults.expect(/ERR_FAILED|Failed to fetch/);
  await page.route(WASM, (route) => route.abort());
  await page.goto(site.url);
  await expect(page.getByRole("alert")).toContainText("Soepel start niet");
  await expect(page.getByRole("alert")).toContainText("Soepel does not start");
});

test("an app that keeps the person waiting offers a way out, and takes it back when it comes", async ({ page, site }) => {
  await page.clock.install();
  const release = await hold(page, WASM);
  await page.goto(site.url);
  await page.clock.fastForward(14_000);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.clock.fastForward(2_000);
  await expect(page.getByRole("alert")).toContainText("Soepel start niet");
  release();
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("what is saved can be taken along when the app does not start", async ({ page, site, faults }) => {
  faults.expect(/ERR_FAILED|Failed to fetch/);
  const saved = { "soepel.s.1": "1|0|{\"note\":\"één\"}", "soepel.meta.a": "{broken" };
  await page.addInitScript((saved) => {
    for (const [key, value] of Object.entries(saved)) localStorage.setItem(key, value);
    localStorage.setItem("somebody.else", "stays out");
  }, saved);
  await page.route(WASM, (route) => route.abort());
  await page.goto(site.url);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar een kopie van je geschiedenis" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^soepel-kopie-\d{4}-\d\d-\d\d\.json$/);
  const copy = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(copy).toMatchObject({ format: "soepel-copy", first: saved, second: {}, problems: [] });
});

test("nothing saved, no copy to save", async ({ page, site, faults }) => {
  faults.expect(/ERR_FAILED|Failed to fetch/);
  await page.route(WASM, (route) => route.abort());
  await page.goto(site.url);
  await expect(page.getByRole("button", { name: "Probeer het opnieuw" })).toBeVisible();
  await expect(page.getByRole("button", { name: /kopie/ })).toHaveCount(0);
});

test("trying again starts the app when it is there again", async ({ page, site, faults }) => {
  faults.expect(/ERR_FAILED|Failed to fetch/);
  await page.route(WASM, (route) => route.abort(), { times: 2 });
  await page.goto(site.url);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.unroute(WASM);
  await page.getByRole("button", { name: "Probeer het opnieuw" }).click();
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
});

test("an app that stops says so, and can be opened again", async ({ page, site }) => {
  await open(page, site);
  await page.evaluate(() => window.dispatchEvent(new CustomEvent("soepel-stopped")));
  await expect(page.getByRole("alertdialog")).toContainText("Soepel is gestopt");
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
});

for (const file of ["boot.js", /soepel-[0-9a-f]+\.js/]) {
  test(`a page whose ${file} is gone shows a way out, at once`, async ({ page, site, faults }) => {
    faults.expect(/404|Failed to fetch/);
    await page.clock.install();
    await page.route(file instanceof RegExp ? file : `**/${file}`, (route) => route.fulfill({ status: 404 }));
    await page.goto(site.url);
    await expect(page.getByRole("alert")).toContainText("Soepel start niet");
  });
}

test("a host that answers with a page for a program that is gone leads to a way out, at once", async ({ page, site, faults }) => {
  faults.expect(/WebAssembly|MIME|wasm/i);
  await page.clock.install();
  await page.route(WASM, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto(site.url);
  await expect(page.getByRole("alert")).toContainText("Soepel start niet");
});

test("fetching again drops the offline copy and nothing that is saved", async ({ page, site, context, faults }) => {
  faults.expect(/WebAssembly/);
  await open(page, site);
  await keptOffline(page);
  await page.evaluate(() => localStorage.setItem("soepel.s.1", "kept"));
  await page.evaluate(() => caches.open("somebody-else"));
  await breakKeptApp(page);
  const again = await context.newPage();
  await again.goto(site.url);
  await again.getByRole("button", { name: "Haal Soepel opnieuw van internet" }).click();
  await expect(again.locator("html[data-app-ready]")).toBeAttached();
  expect(await again.evaluate(() => localStorage.getItem("soepel.s.1"))).toBe("kept");
  expect(await again.evaluate(() => caches.has("somebody-else"))).toBe(true);
});

test("fetching again keeps the offline copy when the host does not answer", async ({ page, site, context, faults }) => {
  faults.expect(/WebAssembly/);
  await open(page, site);
  await keptOffline(page);
  const before = await page.evaluate(() => caches.keys());
  await breakKeptApp(page);
  await site.stop();
  faults.expect(/net::ERR_/);
  const again = await context.newPage();
  await again.goto(site.url);
  const reloaded = again.waitForEvent("load");
  await again.getByRole("button", { name: "Haal Soepel opnieuw van internet" }).click();
  await reloaded;
  await expect(again.getByRole("alert")).toBeVisible();
  expect(await again.evaluate(() => caches.keys())).toEqual(before);
});

for (const [what, remove] of [
  ["WebAssembly", () => delete window.WebAssembly],
  ["the dialog element", () => delete window.HTMLDialogElement],
  ["module scripts", () => delete HTMLScriptElement.prototype.noModule],
]) {
  test(`a browser without ${what} is told that it is too old`, async ({ page, site }) => {
    await page.addInitScript(remove);
    await page.goto(site.url);
    await expect(page.getByRole("alert")).toContainText("Je browser is te oud voor Soepel");
    await expect(page.getByRole("alert")).toContainText("Your browser is too old for Soepel");
    await expect(page.locator("html[data-app-ready]")).toHaveCount(0);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it needs, in both languages", async ({ page, site }) => {
    await page.goto(site.url);
    await expect(page.locator("noscript p:not([lang])")).toBeVisible();
    await expect(page.locator("noscript p[lang=en]")).toBeVisible();
  });
});

/** Spoils the wasm that is kept for offline use: what no reload can mend. */
async function breakKeptApp(page) {
  await page.evaluate(async () => {
    const [name] = (await caches.keys()).filter((name) => name.startsWith("soepel-"));
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (request.url.endsWith(".wasm")) await cache.put(request, new Response("broken"));
    }
  });
}

/** Keeps requests for `address` waiting until the returned function is called. */
async function hold(page, address) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
