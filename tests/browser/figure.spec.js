// The figure moves while the body does, and at no other time.

import { expect, open, test } from "./fixtures.js";
import { begin, keep, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");

test.beforeEach(async ({ context, page }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
});

test("the figure of a session moves into the stretch and stands still in the hold", async ({ page, site }) => {
  await toTheStretch(page, site);
  await until(page, "Ga rustig de rek in");
  expect(await changes(page)).toBe(true);
  await until(page, "Houd vast");
  expect(await changes(page)).toBe(false);
  await page.keyboard.press(" ");
  await expect(page.getByRole("button", { name: "Verder" })).toBeVisible();
  expect(await changes(page)).toBe(false);
});

test("the words beside the figure follow the phase, and say what to do", async ({ page, site }) => {
  await toTheStretch(page, site);
  await until(page, "Ga rustig de rek in");
  const figure = page.locator(".player__figure svg");
  await expect(figure).toHaveAttribute("role", "img");
  await expect(figure).toHaveAttribute("aria-label", /^Van: .+\. Naar: .+\.$/);
  const moving = await figure.getAttribute("aria-label");
  await until(page, "Houd vast");
  await expect(figure).not.toHaveAttribute("aria-label", moving);
});

test("whoever wants less movement sees the pose and no movement", async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await toTheStretch(page, site);
  await until(page, "Ga rustig de rek in");
  expect(await changes(page)).toBe(false);
  const into = await outline(page);
  await until(page, "Houd vast");
  expect(await outline(page)).toBe(into);
});

test("an exercise moves until it is told to stand still", async ({ page, site }) => {
  await open(page, site, "#/oefeningen/glute-bridge");
  const still = page.getByRole("button", { name: "Sta stil" });
  await expect(still).toBeVisible();
  expect(await changes(page, 4000)).toBe(true);
  await still.click();
  await expect(page.getByRole("button", { name: "Laat bewegen" })).toBeVisible();
  expect(await changes(page)).toBe(false);
  await expect(page.getByText(/^Gestreept: /)).toBeVisible();
});

test("an exercise stands still for whoever wants less movement, until they ask", async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, site, "#/oefeningen/glute-bridge");
  expect(await changes(page)).toBe(false);
  await page.getByRole("button", { name: "Laat bewegen" }).click();
  expect(await changes(page, 4000)).toBe(true);
});

async function toTheStretch(page, site) {
  await begin(page, site, "P1-B");
  const stretch = page.getByRole("heading", { name: "Heup naar voren, knielend" });
  await page.keyboard.press("ArrowRight");
  if (!(await stretch.isVisible())) await page.keyboard.press("ArrowRight");
  await expect(stretch).toBeVisible();
}

/** Lets seconds pass until the phase has this name. */
async function until(page, name) {
  const phase = page.locator(".player__cue .phase");
  for (let seconds = 0; seconds < 120; seconds += 1) {
    if ((await phase.innerText()).includes(name)) return;
    await page.clock.fastForward(1000);
  }
  throw new Error(`no phase ${name}`);
}

/** All outlines of the moving figure as one text. */
function outline(page) {
  return page.locator(".figure--moving path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")).join());
}

/** Whether an outline becomes another within this time. */
async function changes(page, within = 700) {
  const before = await outline(page);
  for (let passed = 0; passed < within; passed += 100) await page.clock.fastForward(100);
  return (await outline(page)) !== before;
}
