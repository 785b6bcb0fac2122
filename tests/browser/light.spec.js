// Light and screen of the player: the wake lock that is refused, lost and taken again, the flash,
// and what fits on every screen.

import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.js";
import { begin, keep, pass, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");
const LINE = "Je scherm kan uitgaan. Het geluid gaat door.";

test.beforeEach(async ({ context, page }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
});

/** A wake lock that the test gives, refuses and takes back. */
async function stub(context, given) {
  await context.addInitScript((given) => {
    window.light = { given, asked: 0, held: [] };
    const request = async () => {
      window.light.asked += 1;
      if (!window.light.given) throw new DOMException("low battery", "NotAllowedError");
      const sentinel = new EventTarget();
      sentinel.release = async () => sentinel.dispatchEvent(new Event("release"));
      window.light.held.push(sentinel);
      return sentinel;
    };
    Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request } });
  }, given);
}

/** The page is hidden or seen, as a browser tells it. */
async function show(page, seen) {
  await page.evaluate((seen) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (seen ? "visible" : "hidden") });
    Object.defineProperty(document, "hidden", { configurable: true, get: () => !seen });
    document.dispatchEvent(new Event("visibilitychange"));
  }, seen);
}

test("where the browser keeps no screen on, the player says so once and the line can be closed", async ({ context, page, site }) => {
  await context.addInitScript(() => Object.defineProperty(navigator, "wakeLock", { value: undefined }));
  await begin(page, site, "P6-2min");
  await expect(page.getByText(LINE)).toBeVisible();
  await page.getByRole("button", { name: "Sluit deze melding" }).click();
  await expect(page.getByText(LINE)).toBeHidden();
  await pass(page, 10);
  await expect(page.getByText(LINE)).toBeHidden();
});

test("a wake lock that is refused is told, and the session goes on", async ({ context, page, site }) => {
  await stub(context, false);
  await begin(page, site, "P6-2min");
  await expect(page.getByText(LINE)).toBeVisible();
  const left = await page.locator(".player__left").textContent();
  await pass(page, 5);
  await expect(page.locator(".player__left")).not.toHaveText(left);
});

test("a wake lock that is lost is asked for again, and told while it stays away", async ({ context, page, site }) => {
  await stub(context, true);
  await begin(page, site, "P6-5min");
  await expect.poll(() => page.evaluate(() => window.light.held.length)).toBe(1);
  await expect(page.getByText(LINE)).toBeHidden();
  await page.evaluate(() => {
    window.light.given = false;
    window.light.held[0].dispatchEvent(new Event("release"));
  });
  await expect(page.getByText(LINE)).toBeVisible();
  expect(await page.evaluate(() => window.light.asked)).toBe(2);
  await pass(page, 5);
  expect(await page.evaluate(() => window.light.asked), "nobody is pestered every second").toBe(2);
});

test("the lock is let go with the page and taken again when the page is back", async ({ context, page, site }) => {
  await stub(context, true);
  await begin(page, site, "P6-5min");
  await expect.poll(() => page.evaluate(() => window.light.held.length)).toBe(1);
  await show(page, false);
  await pass(page, 3);
  expect(await page.evaluate(() => window.light.asked), "not while nobody sees it").toBe(1);
  await show(page, true);
  await expect.poll(() => page.evaluate(() => window.light.held.length)).toBe(2);
  await expect(page.getByText(LINE)).toBeHidden();
});

test("at a change the screen lights up, and under reduced motion only its edge changes", async ({ page, site }) => {
  await begin(page, site, "P1-B");
  const flash = page.locator(".player__flash");
  const moved = () => flash.evaluate((element) => getComputedStyle(element).animationName);
  await expect(flash).toHaveCount(0);
  await pass(page, 12, 1);
  await expect(flash).toHaveCount(1);
  expect(await moved()).toBe("player-flash");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moved()).toBe("none");
  expect(await flash.evaluate((element) => getComputedStyle(element).borderTopWidth)).not.toBe("0px");
});

const SCREENS = [
  [360, 740],
  [320, 640],
  [740, 360],
  [820, 1180],
  [1280, 720],
  [1920, 1080],
];

for (const [width, height] of SCREENS) {
  test(`everything that can be pressed is in sight and at least 48 px, ${width} by ${height}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await begin(page, site, "P1-B");
    // What can be pressed changes with the phase.
    await page.getByRole("button", { name: "Pauze", exact: true }).click();
    for (const mode of ["usual", "floor"]) {
      if (mode === "floor") await page.getByRole("button", { name: /^Vloerstand/ }).click();
      for (const hand of ["right", "left"]) {
        await page.evaluate((hand) => (document.documentElement.dataset.hand = hand), hand);
        const buttons = page.locator(".player button:not(.floor__tap):visible");
        for (const button of await buttons.all()) {
          const name = (await button.getAttribute("aria-label")) ?? (await button.textContent());
          const box = await button.boundingBox();
          expect(box.x, name).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width, name).toBeLessThanOrEqual(width);
          expect(box.y + box.height, name).toBeLessThanOrEqual(height);
          expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
        }
        const stop = await page.getByRole("button", { name: "Stop", exact: true }).boundingBox();
        expect(stop.height).toBeGreaterThanOrEqual(48);
        const outer = hand === "right" ? stop.x + stop.width > width * 0.66 : stop.x < width * 0.34;
        expect(outer, `STOP at the ${hand} hand`).toBe(true);
      }
    }
  });
}

test("in floor mode a tap anywhere pauses and goes on, and one press leads back", async ({ page, site }) => {
  await begin(page, site, "P1-B");
  await pass(page, 5);
  await page.getByRole("button", { name: /^Vloerstand/ }).click();
  await expect(page.locator(".floor__figure").getByRole("img")).toBeVisible();
  await page.mouse.click(180, 200);
  await expect(page.getByRole("button", { name: /^Verder/ })).toBeVisible();
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: /^Pauze/ })).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Waarom stop je?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Gewoon scherm" }).click();
  await expect(page.locator(".player__figure")).toBeVisible();
  await page.reload();
  await open(page, site);
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing in the player and in floor mode, ${theme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await begin(page, site, "P1-B");
    for (let round = 0; round < 2; round += 1) {
      for (let seconds = 0; seconds < 3; seconds += 1) {
        const found = await new AxeBuilder({ page }).analyze();
        expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
        await pass(page, 12, 4);
      }
      await page.getByRole("button", { name: /^Vloerstand|^Gewoon scherm/ }).click();
    }
  });
}
