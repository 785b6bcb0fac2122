// R9: one build after another, each deployed with something that goes wrong. Never a white page,
// never files of two builds on one page, what is kept stays as it is, and no session is disturbed.
//
// SOEPEL_CYCLES says how many (10), SOEPEL_SEED which misfortunes in which order.

import { randomInt } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { markedBuild, spoil } from "./builds.js";
import { expect, keptOffline, open, test } from "./fixtures.js";
import { begin, keep, settled } from "./person.js";

const CYCLES = Number(process.env.SOEPEL_CYCLES ?? 10);
const SEED = Number(process.env.SOEPEL_SEED ?? randomInt(1_000_000));
const MISFORTUNES = ["none", "aborted", "one file missing", "one file wrong", "offline", "a kept file lost", "in a session"];

test(`${CYCLES} update cycles with misfortunes`, async ({ page, site, context }, testInfo) => {
  test.setTimeout(60_000 + CYCLES * 40_000);
  console.log(`R9 seed ${SEED}`);
  const random = numbers(SEED);
  const told = { cycles: 0, offered: 0, refused: 0, white: 0, mixed: 0 };
  await keep(context, settled());
  const first = await markedBuild(testInfo, "0");
  await site.deploy(first);
  await open(page, site);
  await keptOffline(page);
  let mark = "0";
  const folders = [first];

  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    // Each misfortune once, then by chance; one session is enough, since it leaves a journal behind.
    const byChance = Math.floor(random() * (MISFORTUNES.length - 1));
    const misfortune = MISFORTUNES[cycle <= MISFORTUNES.length ? cycle - 1 : byChance];
    const next = await markedBuild(testInfo, String(cycle));
    folders.push(next);
    await page.evaluate((cycle) => localStorage.setItem("soepel.p0.later", `cycle ${cycle}`), cycle);
    const kept = await page.evaluate(() => ({ ...localStorage }));
    const outcome = await live(page, site, next, misfortune, random);

    // Whatever happened: somebody who opens the page now sees a whole Soepel.
    if (misfortune !== "in a session") await page.reload();
    const seen = await whatIsSeen(page);
    const expected = misfortune === "a kept file lost" ? [mark, String(cycle)] : [mark];
    told.cycles += 1;
    told[outcome] += 1;
    told.white += seen.ready ? 0 : 1;
    told.mixed += new Set(seen.marks).size === 1 && seen.loaded === seen.named ? 0 : 1;
    const kind = `cycle ${cycle}, ${misfortune}: ${outcome}, shows build ${seen.marks}`;
    console.log(kind);
    expect(seen.ready, `white: ${kind}`).toBe(true);
    expect(new Set(seen.marks).size, `mixed: ${kind}`).toBe(1);
    expect(seen.loaded, `mixed program: ${kind}`).toBe(seen.named);
    expect(expected, kind).toContain(seen.marks[0]);
    for (const [name, text] of Object.entries(kept)) {
      expect(await page.evaluate((name) => localStorage.getItem(name), name), `lost: ${kind}`).toBe(text);
    }

    // The host is well again, and the person takes what is offered.
    if (outcome === "refused") {
      const well = await markedBuild(testInfo, `${cycle}-well`);
      folders.push(well);
      await site.deploy(well);
      await look(page);
    }
    if (misfortune === "in a session") {
      expect(await page.evaluate(() => window.inSession), `disturbed: ${kind}`).toBe(true);
      await page.goto(`${site.url}#/`);
    }
    await take(page);
    const after = await whatIsSeen(page);
    // A host that was only cut off may have given its build to the page that was opened since.
    mark = after.marks[0];
    expect([String(cycle), `${cycle}-well`], `after ${kind}`).toContain(mark);
    expect(after, `after ${kind}`).toMatchObject({ ready: true, marks: Array(after.marks.length).fill(mark) });
    expect(await page.evaluate(() => caches.keys()), "this build and the one before").toHaveLength(2);
    for (const folder of folders.filter((folder) => folder !== site.folder)) await rm(folder, { recursive: true, force: true });
  }
  await site.stop();
  await page.reload();
  expect(await whatIsSeen(page), "offline in the end").toMatchObject({ ready: true });
  const line = `R9 ${JSON.stringify(told)} seed ${SEED}`;
  testInfo.annotations.push({ type: "figure", description: line });
  console.log(line);
});

/** Deploys the build with this misfortune, lets the browser look at it, and says what came of it. */
async function live(page, site, next, misfortune, random) {
  const files = ["manifest.webmanifest", "timer.js", "rescue.js", "icons/soepel.svg"];
  const file = files[Math.floor(random() * files.length)];
  if (misfortune === "one file missing") await rm(join(next, file));
  if (misfortune === "one file wrong") await spoil(next, file);
  if (misfortune === "in a session") {
    await begin(page, site, "P1-B");
    await page.evaluate(() => (window.inSession = true));
  }
  await site.deploy(next);
  if (misfortune === "aborted") {
    const most = 1 + Math.floor(random() * 8);
    let answers = 0;
    const cut = (request, response) => {
      answers += 1;
      if (answers > most) response.destroy();
    };
    site.server.prependListener("request", cut);
    const outcome = await look(page);
    await site.deploy(next);
    return outcome;
  }
  if (misfortune === "offline") {
    await site.stop();
    await look(page);
    await page.reload();
    expect(await whatIsSeen(page)).toMatchObject({ ready: true });
    await site.start();
  }
  if (misfortune === "a kept file lost") {
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const [request] = (await cache.keys()).filter(({ url }) => url.endsWith("/boot.js"));
        await cache.delete(request);
      }
    });
    // Neither build is whole and the host has another: what it has is shown, all of it.
    await page.reload();
    expect(await whatIsSeen(page)).toMatchObject({ ready: true });
  }
  return look(page);
}

/** One look at the host: `offered` when a whole build waits, `refused` when it was not whole. */
function look(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration.waiting) return "offered";
    try {
      await registration.update();
    } catch {
      return "refused";
    }
    if (registration.waiting) return "offered";
    const fresh = registration.installing;
    if (!fresh) return "refused";
    return new Promise((told) => {
      fresh.addEventListener("statechange", () => {
        if (fresh.state === "installed") told("offered");
        if (fresh.state === "redundant") told("refused");
      });
    });
  });
}

/** Takes the build that waits, as the app does when the person presses. */
async function take(page) {
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting);
  const reloaded = page.waitForEvent("load");
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("skip-waiting");
  });
  await reloaded;
}

/** What stands on the page, and of which build each of its files is. */
async function whatIsSeen(page) {
  const ready = await page
    .locator("html[data-app-ready]")
    .waitFor({ state: "attached", timeout: 20_000 })
    .then(() => true, () => false);
  const seen = await page.evaluate(() => ({
    marks: [
      document.querySelector("meta[name=build]")?.content,
      window.soepelBoot,
      window.soepelRescue,
      window.soepelKeptBuild,
    ],
    named: document.querySelector("script[data-wasm]").dataset.wasm.replace(/^.*\//, ""),
    loaded: performance.getEntriesByType("resource").map(({ name }) => name).find((name) => name.endsWith(".wasm"))?.replace(/^.*\//, ""),
  }));
  return { ready, ...seen };
}

/** The same numbers for the same seed. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
