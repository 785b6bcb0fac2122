// The coach in the browser: voices of the device, own pace, and an easier way in two taps.

import { expect, open, test } from "./fixtures.js";
import { finished } from "./packed.js";
import { begin, keep, pass, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");

/** Puts voices in the place of the device's own; `later` come only when they are told of. */
async function voices(context, now, later = []) {
  await context.addInitScript(
    ([now, later]) => {
      const made = (all) =>
        all.map(([name, lang, localService]) => ({ default: false, lang, localService, name, voiceURI: name }));
      const speech = {
        cancel() {},
        getVoices: () => made(speech.come ? [...now, ...later] : now),
        onvoiceschanged: null,
        pending: false,
        speak: (utterance) => speech.spoken.push([utterance.voice?.name ?? "", utterance.text]),
        speaking: false,
        spoken: [],
      };
      Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
      // The browser's own class takes no voice that is not its own.
      globalThis.SpeechSynthesisUtterance = class {
        constructor(text) {
          this.text = text;
        }
      };
      globalThis.tellOfVoices = () => {
        speech.come = true;
        speech.onvoiceschanged?.();
      };
    },
    [now, later],
  );
}

const spoken = (page) => page.evaluate(() => speechSynthesis.spoken);

test("without a Dutch voice the settings say so, and a session goes on", async ({ context, page, site }) => {
  await voices(context, [["Samantha", "en-US", true]]);
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await open(page, site, "#/instellingen");
  await expect(page.getByText("Je apparaat heeft zelf geen Nederlandse stem.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hoor je mij?" })).toBeHidden();
  await begin(page, site, "P6-2min");
  await pass(page, 30);
  await expect(page.getByRole("button", { name: "Pauze" })).toBeVisible();
  expect(await spoken(page)).toEqual([]);
});

test("a voice that would send the words away is not used, and that is said", async ({ context, page, site }) => {
  await voices(context, [["Google Nederlands", "nl-NL", false]]);
  await keep(context, settled());
  await open(page, site, "#/instellingen");
  await expect(page.getByText("Die gebruiken we niet.")).toBeVisible();
});

test("a voice that comes late speaks, and says which one it is", async ({ context, page, site }) => {
  await voices(context, [], [["Ellen", "nl-BE", true], ["Xander", "nl-NL", true]]);
  await keep(context, settled());
  await open(page, site, "#/instellingen");
  const hear = page.getByRole("button", { name: "Hoor je mij?" });
  await expect(hear).toBeHidden();
  await page.evaluate(() => tellOfVoices());
  await hear.click();
  await expect(page.getByText("Dit was de stem Ellen.")).toBeVisible();
  expect(await spoken(page)).toEqual([["Ellen", "Hoor je mij? Zo klink ik tijdens je sessie."]]);
});

test("the voice names the exercise and never speaks twice at once", async ({ context, page, site }) => {
  test.setTimeout(90_000);
  await voices(context, [["Xander", "nl-NL", true]]);
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await begin(page, site, "P1-A-pnf");
  for (let second = 0; second < 200; second += 1) await page.clock.fastForward(1000);
  const texts = (await spoken(page)).map(([, text]) => text);
  expect(texts[0]).toContain("Marcheren op je plaats");
  expect(texts).toContain("Volgende: Buik licht aanspannen.");
});

test("at one's own pace the set waits, and any tap on the figure says done", async ({ context, page, site }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await open(page, site, "#/instellingen");
  await page.getByRole("radio", { name: "Op eigen tempo" }).check({ force: true });
  await begin(page, site, "P3-1");
  const waits = page.getByText("In je eigen tempo. Tik ergens als je klaar bent.");
  while (!(await waits.isVisible())) {
    await page.clock.fastForward(1000);
    if (await page.getByRole("button", { name: "Pauze" }).isVisible()) await page.keyboard.press("ArrowRight");
  }
  const left = await page.locator(".player__left").textContent();
  await pass(page, 40);
  await expect(page.locator(".player__left")).toHaveText(left);
  await expect(page.locator(".ring__number")).toHaveText(/^\d+$/);
  await page.locator(".player__figure").click();
  await expect(waits).toBeHidden();
});

test("in floor mode the whole screen says done to a set that waits", async ({ context, page, site }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await open(page, site, "#/instellingen");
  await page.getByRole("radio", { name: "Op eigen tempo" }).check({ force: true });
  await begin(page, site, "P3-1");
  await page.getByRole("button", { name: /vloer/i }).click();
  const waits = page.locator(".floor__hint", { hasText: "Tik als je klaar bent" });
  while (!(await waits.isVisible())) {
    await page.clock.fastForward(1000);
    if (await page.getByText("Tik ergens voor pauze").isVisible()) await page.keyboard.press("ArrowRight");
  }
  await pass(page, 40);
  await expect(waits).toBeVisible();
  await page.locator(".floor__tap").click();
  await expect(waits).toBeHidden();
  await expect(page.getByText("Tik ergens om verder te gaan")).toBeHidden();
});

test("an easier way is two taps, and stands in the record", async ({ context, page, site }) => {
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await begin(page, site, "P3-1");
  for (const _ of [1, 2]) await page.getByRole("button", { name: "Oefening overslaan" }).click();
  await pass(page, 22);
  await page.getByRole("button", { name: "Lichter of zwaarder" }).click();
  await page.getByRole("button", { name: /^Lichter: / }).click();
  await expect(page.getByText(/^Voor jou: /)).toBeVisible();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "Ik wil gewoon afronden" }).click();
  await expect(page.getByRole("heading", { name: "Klaar", exact: true })).toBeVisible();
  const [{ id, swaps }] = await finished(page);
  expect(swaps).toHaveLength(1);
  expect(swaps[0][2]).toBe("easier");
  await open(page, site, `#/geschiedenis/${id}`);
  await page.reload();
  await expect(page.getByText("Anders gedaan")).toBeVisible();
});
