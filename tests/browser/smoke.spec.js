// The page opens, wherever it stands, and opens again with no internet and no host.

import { readdir } from "node:fs/promises";
import { BASES, expect, keptOffline, open, test } from "./fixtures.js";

for (const base of BASES) {
  test.describe(`at ${base}`, () => {
    test.use({ base });

    test("the app takes the place of the first screen", async ({ page, site }) => {
      await open(page, site);
      await expect(page).toHaveTitle(/Soepel/);
      await expect(page.locator("#app .first__skeleton")).toHaveCount(0);
    });

    test("it starts cold with no internet and no host", async ({ page, context, site }) => {
      await open(page, site);
      await keptOffline(page);
      await page.close();
      await site.stop();
      await context.setOffline(true);

      for (const address of ["", "index.html", "?from=homescreen", "#/geschiedenis"]) {
        const cold = await context.newPage();
        await open(cold, site, address);
        await cold.close();
      }
    });

    test("an address that does not exist leads to the app when there is no host", async ({ page, site }) => {
      await open(page, site);
      await keptOffline(page);
      await site.stop();
      await open(page, site, "no-such-page");
      // The app goes on to the welcome, behind the #.
      expect(page.url().split("#")[0]).toBe(site.url);
    });

    test("no file comes over the line twice", async ({ page, site }) => {
      await open(page, site);
      await keptOffline(page);
      const sent = site.answers.filter(({ status }) => status === 200).map(({ path }) => path);
      expect(sent.sort()).toEqual([...new Set(sent)].sort());
      expect(site.answers.filter(({ status }) => status >= 400)).toEqual([]);
    });

    test("every file of the build is kept", async ({ page, site }) => {
      await open(page, site);
      await keptOffline(page);
      const kept = await page.evaluate(async () => {
        const [name] = await caches.keys();
        return (await (await caches.open(name)).keys()).map((request) => request.url);
      });
      const files = (await readdir("dist", { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && entry.name !== "sw.js")
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice("dist/".length))
        // Pictures for installing and for link previews, and pages that say what the app says too.
        .filter((file) => !/^(screenshots|lezen|read)\//.test(file))
        .map((file) => site.url + (file === "index.html" ? "" : file));
      expect(kept.sort()).toEqual(files.sort());
    });
  });
}

test("the host of these tests is as plain as they come", async ({ site }) => {
  const ask = async (path) => (await fetch(site.origin + path)).status;
  expect(await ask("/")).toBe(200);
  expect(await ask("/geschiedenis")).toBe(404);
  expect(await ask("/icons/")).toBe(404);
  expect(await ask("/..%2fpackage.json")).toBe(404);
  const [wasm] = (await readdir("dist")).filter((file) => file.endsWith(".wasm"));
  const response = await fetch(`${site.url}${wasm}`);
  expect(response.headers.get("content-type")).toBe("application/wasm");
});
