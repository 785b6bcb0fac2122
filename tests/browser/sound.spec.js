// The sound of a session: the lock screen acts on it, the file keeps step with it, and what is not
// heard is said.

import { expect, open, test } from "./fixtures.js";
import { listen } from "./ear.js";
import { begin, check, keep, seal, settled, still, unsealed } from "./person.js";

const pause = (page) => page.getByRole("button", { name: "Pauze", exact: true });
const resume = (page) => page.getByRole("button", { name: "Verder", exact: true });

function set(changes) {
  const kept = settled();
  const key = "soepel.p0.set.a";
  return { ...kept, [key]: seal({ ...unsealed(kept[key]), ...changes }) };
}

test.beforeEach(async ({ context }) => {
  await context.addInitScript(listen);
});

/** Presses a button of the lock screen. */
function lockScreen(page, name) {
  return page.evaluate((name) => ear.buttons[name]({ action: name }), name);
}

/** How far the file is from where the session is, in milliseconds. */
async function apart(page) {
  const { session, file, playing } = await page.evaluate(() => ear.compare());
  expect(playing).toBe(true);
  return Math.abs(session - file) * 1000;
}

/** Until they are one, which takes two seconds at most. */
async function inStep(page) {
  await expect.poll(() => apart(page), { timeout: 6000, intervals: [100] }).toBeLessThan(100);
}

test("the lock screen shows the session, and its buttons act on it", async ({ context, page, site }) => {
  await keep(context, settled());
  await begin(page, site, "P1-B");
  await expect(pause(page)).toBeVisible();
  const shown = () =>
    page.evaluate(() => {
      const { title, artist, album, artwork } = navigator.mediaSession.metadata;
      return { title, artist, album, artwork: artwork.length, state: navigator.mediaSession.playbackState };
    });
  const heading = page.getByRole("heading", { level: 1 });
  await expect.poll(async () => (await shown()).title).toBe(await heading.textContent());
  expect(await shown()).toMatchObject({ state: "playing", artwork: 3 });
  expect((await shown()).album).toContain(": ");

  await lockScreen(page, "pause");
  await expect(resume(page)).toBeVisible();
  await expect.poll(async () => (await shown()).state).toBe("paused");
  expect(await page.evaluate(() => ear.element.paused)).toBe(true);
  await lockScreen(page, "play");
  await expect(pause(page)).toBeVisible();
  await inStep(page);

  const first = await heading.textContent();
  for (let presses = 0; presses < 20 && (await heading.textContent()) === first; presses += 1) {
    await lockScreen(page, "nexttrack");
    await inStep(page);
  }
  await expect(heading).not.toHaveText(first);
  expect((await shown()).title).toBe(await heading.textContent());
  await lockScreen(page, "previoustrack");
  await lockScreen(page, "previoustrack");
  await inStep(page);
  await lockScreen(page, "stop");
  await expect(resume(page)).toBeVisible();
});

test("the file keeps step with the session after every press, and plays before it is whole", async ({ context, page, site }) => {
  test.setTimeout(90_000);
  await keep(context, settled());
  await begin(page, site, "P1-B");
  await inStep(page);
  await expect.poll(() => page.evaluate(() => ear.files.length)).toBe(2);
  const [first, whole] = await page.evaluate(() => ear.files.map(({ blob }) => blob.size));
  expect(whole).toBeGreaterThan(first);
  for (const press of ["Volgende", "+10", "Oefening overslaan", "Vorige", "Opnieuw"]) {
    const button = page.getByRole("button", { name: new RegExp(press.replace("+", "\\+"), "i") }).first();
    if (await button.isEnabled()) await button.click();
    await inStep(page);
    await pause(page).click();
    await expect(resume(page)).toBeVisible();
    await resume(page).click();
    await inStep(page);
  }
});

test("a call pauses the session and says so, and its end lets it go on", async ({ context, page, site }) => {
  await keep(context, settled());
  await begin(page, site, "P1-B");
  await inStep(page);
  // What the system does to the element when a call comes, or a headphone goes.
  await page.evaluate(() => ear.element.pause());
  await expect(resume(page)).toBeVisible();
  const said = page.getByRole("status").filter({ hasText: "Het geluid werd onderbroken" });
  await expect(said).toBeVisible();
  await page.evaluate(() => ear.element.play());
  await expect(pause(page)).toBeVisible();
  await expect(said).toBeHidden();
  await inStep(page);
});

test("a browser that gives no sound before a press says so, and the session goes on", async ({ context, page, site }) => {
  await keep(context, settled());
  await context.addInitScript(() => (ear.refuses = true));
  await begin(page, site, "P1-B");
  const said = page.getByRole("status").filter({ hasText: "Je browser houdt het geluid tegen" });
  await expect(said).toBeVisible();
  await expect(pause(page)).toBeVisible();
  await page.evaluate(() => addEventListener("click", () => (ear.refuses = false), { capture: true, once: true }));
  await said.getByRole("button", { name: "Zet geluid aan" }).click();
  await expect(said).toBeHidden();
  await inStep(page);
});

test("beside music nothing is taken over, and tones that are not heard are said", async ({ context, page, site }) => {
  await keep(context, set({ sound: "with-music" }));
  await begin(page, site, "P1-B");
  await expect.poll(() => page.evaluate(() => ear.tones.length)).toBeGreaterThan(0);
  expect(await page.evaluate(() => [ear.files.length, navigator.mediaSession.metadata])).toEqual([0, null]);
  const said = page.getByRole("status").filter({ hasText: "Je hoort nu geen tonen" });
  await page.evaluate(() => ear.contexts[0].suspend());
  await expect(said).toBeVisible();
  await expect(pause(page)).toBeVisible();
  const scheduled = await page.evaluate(() => ear.tones.length);
  await said.getByRole("button", { name: "Zet geluid aan" }).click();
  await expect(said).toBeHidden();
  expect(await page.evaluate(() => ear.tones.length)).toBeGreaterThan(scheduled);
});

test("the choice between the two stands in the settings, with one sentence each", async ({ context, page, site }) => {
  await keep(context, settled());
  await open(page, site, "#/instellingen");
  const choice = page.getByRole("group", { name: "Hoe het geluid klinkt" });
  await expect(choice.getByRole("radio", { name: "Soepel alleen" })).toBeChecked();
  await expect(page.getByText(/vergrendelscherm/)).toBeVisible();
  await choice.getByRole("radio", { name: "Samen met mijn muziek" }).check({ force: true });
  await expect(page.getByText(/over je muziek heen/)).toBeVisible();
  await page.reload();
  await expect(choice.getByRole("radio", { name: "Samen met mijn muziek" })).toBeChecked();
});

test("an hour of one's own ends within 100 ms of its plan", async ({ context, page, site }) => {
  test.setTimeout(120_000);
  const id = "0".repeat(25) + "7";
  const block = { exercise: "warm-up-march", mode: "timed", duration: 180 };
  const body = { between: 0, blocks: Array.from({ length: 20 }, () => block), name: "Een uur" };
  const routine = { body, id, kind: "routine", rev: 1, updated: 1_795_345_200_000, v: 1 };
  await keep(context, { ...settled(), [`soepel.p0.k.routine.${id}.1`]: seal(routine) });
  await page.clock.install({ time: new Date("2026-11-23T08:00:00+01:00") });
  await open(page, site, `#/routines/${id}`);
  await page.getByRole("link", { name: /Start deze routine/ }).click();
  await check(page);
  await expect(pause(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => ear.places.length)).toBeGreaterThan(0);
  const { duration, position, at } = await page.evaluate(() => ear.places[0]);
  expect(duration).toBeGreaterThan(3500);
  await page.evaluate(() => {
    new MutationObserver(() => {
      const over = document.querySelector("h1")?.textContent === "Klaar";
      if (over) ear.over ??= performance.now();
    }).observe(document.body, { childList: true, subtree: true });
  });
  const ends = at + (duration - position) * 1000;
  const left = async () => ends - (await page.evaluate(() => performance.now()));
  // Only the page's own lateness counts, not that of a machine with other work.
  await still(page);
  while ((await left()) > 15_000) await page.clock.fastForward(10_000);
  await page.clock.fastForward(Math.max(0, Math.floor(await left()) - 2000));
  const over = page.getByRole("heading", { name: "Klaar", exact: true });
  for (let step = 0; step < 300 && !(await over.isVisible()); step += 1) await page.clock.runFor(10);
  await expect(over).toBeVisible();
  const late = (await page.evaluate(() => ear.over)) - ends;
  console.log(`  an hour ended ${late.toFixed(0)} ms after its plan`);
  expect(Math.abs(late)).toBeLessThan(100);
});
