// Somebody with nothing but a keyboard.

import { expect } from "./fixtures.js";

/** Tab until this has the focus. */
export async function tabTo(page, role, name) {
  const target = page.getByRole(role, { name, exact: true });
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached the ${role} "${name}"`);
}

/** No pain, nothing sharp, nothing new, no sport: Tab to each group, the arrows and space to choose. */
export async function answerByKeyboard(page) {
  // The page before it may have groups of its own.
  await expect(page.getByRole("heading", { name: "Even checken" })).toBeVisible();
  const groups = page.getByRole("main").getByRole("group");
  await expect(groups.first()).toBeVisible();
  for (let index = 0; index < (await groups.count()); index += 1) {
    const group = groups.nth(index);
    if ((await group.getByRole("radio").count()) === 0) continue;
    const scored = (await group.getByRole("radio", { name: "0", exact: true }).count()) > 0;
    const target = group.getByRole("radio", { name: scored ? "0" : "Nee", exact: true });
    for (let presses = 0; presses < 80; presses += 1) {
      const there = await group.evaluate((element) => document.activeElement?.type === "radio" && element.contains(document.activeElement));
      if (there) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
    for (let presses = 0; presses < 12 && !(await target.isChecked()); presses += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await expect(target).toBeChecked();
  }
  await tabTo(page, "button", "Begin");
  await page.keyboard.press("Enter");
}
