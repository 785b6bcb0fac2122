// The phone as a meter in the hip check: with Chromium's emulated orientation, with acceleration from
// a stub, refused, and on a device that feels nothing.

import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.js";
import { tabTo } from "./keyboard.js";
import { choose, keep, kept, settled, unsealed } from "./person.js";

test.use({ viewport: { width: 360, height: 740 } });

const OPEN = "Meet met je telefoon";
const BEGIN = "Begin met meten";

async function atTheHipCheck(context, page, site) {
  await keep(context, settled());
  await open(page, site, "#/tests/hip-check");
  await page.getByRole("button", { name: "Begin de test" }).click();
  await expect(page.locator("#step")).toHaveText("Heup naar binnen draaien: links");
}

/** Does what the page says, three times, with a phone that `turns` as far as it is told. */
async function measure(page, degrees, turns) {
  const line = page.locator(".meter__line");
  for (let one = 0; one < 3; one += 1) {
    await expect(line).toHaveText(/^Beweeg je voet nu/, { timeout: 30_000 });
    await turns(degrees);
    if (one < 2) {
      await expect(line).toHaveText(/^Goed\. /, { timeout: 30_000 });
      await turns(0);
    }
  }
  await expect(line).toHaveText(`Klaar. ${degrees} graden.`, { timeout: 30_000 });
}

/** Acceleration sixty times a second, trembling by half a degree, from a phone that lies askew. */
async function shake(context, permission) {
  await context.addInitScript((permission) => {
    window.limb = 0;
    window.asked = [];
    let at = 0;
    // An empty page on its way to the site has no sensors.
    if (!window.DeviceMotionEvent) return;
    DeviceMotionEvent.requestPermission = async () => {
      window.asked.push(navigator.userActivation.isActive);
      if (permission === "granted") {
        setInterval(() => {
          at += 1;
          const turn = ((window.limb + 0.5 * Math.sin(at * 2.4)) * Math.PI) / 180;
          const [x, y, z] = [9.81 * Math.sin(turn), -9.81 * Math.cos(turn), 0.3];
          const felt = { x: (x + z) / Math.SQRT2, y, z: (z - x) / Math.SQRT2 };
          window.dispatchEvent(new DeviceMotionEvent("devicemotion", { accelerationIncludingGravity: felt }));
        }, 16);
      }
      return permission;
    };
  }, permission);
}

const turned = (page) => (degrees) => page.evaluate((degrees) => void (window.limb = degrees), degrees);

/** The body of the one self-test that is kept. */
async function taken(page) {
  const all = Object.entries(await kept(page));
  const tests = all.filter(([key]) => key.includes(".k.test.")).map(([, value]) => unsealed(value).body);
  expect(tests).toHaveLength(1);
  return tests[0];
}

test("inward rotation, left and right, by the phone's own tilt, into history and plan", async ({ context, page, site }) => {
  test.setTimeout(240_000);
  await atTheHipCheck(context, page, site);
  const device = await context.newCDPSession(page);
  // A shin that hangs, with the phone upright on it: leaning sideways is its third angle.
  const turns = (degrees) =>
    device.send("DeviceOrientation.setDeviceOrientationOverride", { alpha: 10, beta: 90 - degrees, gamma: 0 });
  await turns(0);
  for (const [side, degrees] of [["links", 14], ["rechts", 33]]) {
    await expect(page.locator("#step")).toHaveText(`Heup naar binnen draaien: ${side}`);
    await page.getByRole("button", { name: OPEN }).click();
    await expect(page.getByRole("heading", { name: "Je telefoon meet mee" })).toBeFocused();
    await page.getByRole("button", { name: BEGIN }).click();
    await measure(page, degrees, turns);
    await page.getByRole("button", { name: "Gebruik deze meting" }).click();
    await expect(page.getByText(`Met je telefoon gemeten: ${degrees} graden.`)).toBeVisible();
    await turns(0);
    await page.getByRole("button", { name: "Verder", exact: true }).click();
  }
  const skip = page.getByRole("button", { name: "Weet ik niet, overslaan" });
  for (let left = 10; left > 0; left -= 1) await skip.click();
  await expect(page).toHaveURL(/\/tests\/uitslag\//);
  await expect(page.getByText("Links: weinig (14°, telefoon) · Rechts: goed (33°, telefoon)")).toBeVisible();
  await expect(page.getByText("Eerst rotatie").first()).toBeVisible();
  const { marks } = await taken(page);
  expect(marks).toEqual([
    { by: "phone", how: "active", number: 14, of: "internal-rotation", side: "l", way: "angle" },
    { by: "phone", how: "active", number: 33, of: "internal-rotation", side: "r", way: "angle" },
  ]);
  await open(page, site, "#/inzicht/tests");
  await expect(page.getByText("Weinig (14°, telefoon)").first()).toBeAttached();
});

test("by keyboard and by ear, with acceleration, asked for in the press", async ({ context, page, site }, info) => {
  test.setTimeout(180_000);
  await shake(context, "granted");
  await context.addInitScript(() => {
    globalThis.announced = [];
    new MutationObserver(() => {
      const text = document.querySelector("p.only-heard[aria-live=polite]")?.textContent ?? "";
      if (text && text !== announced.at(-1)) announced.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await atTheHipCheck(context, page, site);
  const tree = [];
  const note = async () => tree.push(await page.locator(".meter, .meter-offer").first().ariaSnapshot());
  await note();
  await tabTo(page, "button", OPEN);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Je telefoon meet mee" })).toBeFocused();
  await note();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
  await tabTo(page, "button", BEGIN);
  await page.keyboard.press("Enter");
  await expect(page.locator(".meter .ring__number")).toBeAttached();
  await note();
  await measure(page, 26, turned(page));
  expect(await page.evaluate(() => window.asked)).toEqual([true]);
  await note();
  await tabTo(page, "button", "Gebruik deze meting");
  await page.keyboard.press("Enter");
  await expect(page.locator("#meter-active")).toBeFocused();
  await expect(page.getByText(/^Met je telefoon gemeten: 26 graden\. Tussen een derde en de helft/)).toBeVisible();
  await note();
  const heard = (await page.evaluate(() => announced)).join("\n");
  expect(heard).toMatch(/hangen\. Nog 5 tellen\.\nHoud stil\.\nBeweeg je voet nu naar buiten/);
  expect(heard).toMatch(/Klaar\. 26 graden\.$/);
  // Fair: there may be more with help.
  await expect(page.getByRole("heading", { name: "Met hulp" })).toBeVisible();
  expect(tree[0]).toBe(`- button "${OPEN}"`);
  expect(tree[1]).toContain(`- heading "Je telefoon meet mee" [level=4]`);
  expect(tree[1]).toContain(`- button "${BEGIN}"`);
  expect(tree[3]).toContain(`- button "Gebruik deze meting"`);
  expect(tree[3]).toContain("Een verschil telt pas vanaf 10 graden");
  await info.attach("accessibility-tree.txt", { body: tree.join("\n---\n"), contentType: "text/plain" });
});

test("refused: it says why, and by hand goes on", async ({ context, page, site }) => {
  await shake(context, "denied");
  await atTheHipCheck(context, page, site);
  await page.getByRole("button", { name: OPEN }).click();
  await page.getByRole("button", { name: BEGIN }).click();
  await expect(page.locator("#main").getByText("Je browser mag niet bij de bewegingssensor.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Je telefoon meet mee" })).toBeFocused();
  await page.getByRole("button", { name: "Liever zelf kijken of meten" }).click();
  await choose(page, /Hoe ver komt je voet opzij/, "De helft van je scheenlengte of verder");
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.locator("#step")).toHaveText("Heup naar binnen draaien: rechts");
});

test("a device that feels nothing says so within moments, and offers the hand", async ({ context, page, site }) => {
  await atTheHipCheck(context, page, site);
  await page.getByRole("button", { name: OPEN }).click();
  await page.getByRole("button", { name: BEGIN }).click();
  await expect(page.locator("#main").getByText("Dit apparaat geeft geen beweging door.")).toBeVisible();
  await page.getByRole("button", { name: "Meet opnieuw" }).click();
  await page.getByRole("button", { name: "Stop met meten" }).click();
  await page.getByText("Liever meten?").first().click();
  await page.getByLabel("Graden").fill("31");
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(page.locator("#step")).toHaveText("Heup naar binnen draaien: rechts");
});
