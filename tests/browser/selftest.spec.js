// A self-test in the browser: through a reload, aloud, and with a figure for every screen.

import AxeBuilder from "@axe-core/playwright";
import { expect, open, test } from "./fixtures.js";
import { choose, keep, kept, seal, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");
const TESTS = [
  "runner-check",
  "hip-check",
  "one-leg-stand",
  "single-leg-squat",
  "heel-to-buttock",
  "side-plank",
  "step-down",
  "landing",
];

test.use({ viewport: { width: 360, height: 740 } });

/** A device with one Dutch voice, that writes down what it says. */
async function listen(context) {
  await context.addInitScript(() => {
    window.said = [];
    const voice = { default: true, lang: "nl-NL", localService: true, name: "Nel", voiceURI: "Nel" };
    window.SpeechSynthesisUtterance = class {
      constructor(text) {
        this.text = text;
      }
    };
    const synthesis = {
      cancel() {},
      getVoices: () => [voice],
      onvoiceschanged: null,
      speak: ({ text }) => window.said.push(text),
    };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  });
}

function begun(page) {
  return kept(page).then((all) =>
    Object.entries(all)
      .filter(([key, value]) => key.includes(".k.begun-test.") && value.includes('"body"'))
      .map(([, value]) => JSON.parse(value.slice(11)).body),
  );
}

test("a reload in the hip check keeps what the left side showed", async ({ context, page, site }) => {
  await keep(context, settled());
  await open(page, site, "#/tests/hip-check");
  await page.getByRole("button", { name: "Begin de test" }).click();
  const step = page.locator("#step");
  await expect(step).toHaveText("Heup naar binnen draaien: links");
  await choose(page, /Hoe ver komt je voet opzij/, "Minder dan een derde van je scheenlengte");
  await choose(page, /En met hulp van je hand/, "Tussen een derde en de helft");
  await choose(page, /Wat hield je tegen/, "Een rekgevoel");
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  await expect(step).toHaveText("Heup naar binnen draaien: rechts");
  await expect(step).toBeFocused();

  await page.reload();
  await expect(page.getByText("Je was al begonnen")).toBeVisible();
  await expect(page.getByText(/vulde je 1 van de 12 stappen in/)).toBeVisible();
  await page.getByRole("button", { name: "Verder waar je was" }).click();
  await expect(step).toHaveText("Heup naar binnen draaien: rechts");
  await page.getByRole("button", { name: "Vorige" }).click();
  const alone = page.getByRole("group", { name: /Hoe ver komt je voet opzij/ });
  await expect(alone.getByRole("radio", { name: /^Minder dan een derde/ })).toBeChecked();
  const helped = page.getByRole("group", { name: /En met hulp van je hand/ });
  await expect(helped.getByRole("radio", { name: "Tussen een derde en de helft" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Een rekgevoel" })).toBeChecked();
  expect((await begun(page))[0].marks.every(({ side }) => side === "l")).toBe(true);

  // Finished, nothing is left of it, and the result has the left side.
  await page.getByRole("button", { name: "Verder", exact: true }).click();
  const skip = page.getByRole("button", { name: "Weet ik niet, overslaan" });
  for (let left = 11; left > 0; left -= 1) await skip.click();
  await expect(page).toHaveURL(/\/tests\/uitslag\//);
  await expect(page.getByRole("heading", { name: "Wat je liet zien" })).toBeVisible();
  expect(await begun(page)).toEqual([]);
  await open(page, site, "#/tests/hip-check");
  await expect(page.getByRole("button", { name: "Begin de test" })).toBeVisible();
});

test("begun anew, the old answers are gone", async ({ context, page, site }) => {
  await keep(context, settled());
  await open(page, site, "#/tests/runner-check");
  await page.getByRole("button", { name: "Begin de test" }).click();
  await page.getByRole("button", { name: "Ja", exact: true }).click();
  await page.reload();
  await open(page, site, "#/tests");
  await expect(page.getByRole("link", { name: /Stabiel bij het lopen\?/ })).toContainText("Begonnen");
  await open(page, site, "#/tests/runner-check");
  await page.getByRole("button", { name: "Begin opnieuw" }).click();
  await expect(page.getByText("1 van 5")).toBeVisible();
  expect(await begun(page)).toEqual([]);
});

test("on one leg nobody has to look: it is said, counted in, and told when the time is up", async ({ context, page, site }) => {
  await listen(context);
  await keep(context, settled());
  await page.clock.install({ time: MONDAY });
  await open(page, site, "#/tests/one-leg-stand");
  await page.getByRole("button", { name: "Begin de test" }).click();
  const said = () => page.evaluate(() => window.said);
  expect((await said()).at(-1)).toMatch(/^Op één been staan\. Linkerkant\. Ga op blote voeten staan/);
  await page.getByRole("button", { name: "Start de klok" }).click();
  expect((await said()).at(-1)).toBe("Maak je klaar. 5 tellen.");
  await page.clock.runFor(5_100);
  expect((await said()).at(-1)).toBe("Nu. Blijf ademen.");
  await page.clock.runFor(25_000);
  expect((await said()).at(-1)).toBe("Nog vijf tellen.");
  await page.clock.runFor(5_000);
  expect((await said()).at(-1)).toBe("De tijd is om. Kom rustig los.");
  await expect(page.getByRole("status").filter({ hasText: "De tijd is om." })).toHaveCount(1);
  await expect(page.locator(".ring__number")).toHaveText("30");
  await page.getByRole("button", { name: "Lees voor" }).click();
  expect((await said()).at(-1)).toMatch(/^Op één been staan\. Linkerkant\./);
});

test("with the voice off nothing is said and nothing offers to", async ({ context, page, site }) => {
  await listen(context);
  const values = settled();
  const key = "soepel.p0.set.a";
  values[key] = seal({ ...JSON.parse(values[key].slice(11)), voice: "off" });
  await keep(context, values);
  await open(page, site, "#/tests/side-plank");
  await page.getByRole("button", { name: "Begin de test" }).click();
  await expect(page.locator("#step")).toBeFocused();
  await expect(page.getByRole("button", { name: "Lees voor" })).toHaveCount(0);
  expect(await page.evaluate(() => window.said)).toEqual([]);
});

for (const language of ["nl", "en"]) {
  test(`every screen of every test has a figure with its words, ${language}`, async ({ context, page, site }) => {
    test.setTimeout(180_000);
    await keep(context, settled({ language }));
    await open(page, site);
    const words = language === "nl" ? ["Begin de test", "Weet ik niet, overslaan"] : ["Begin the test", /skip/];
    for (const slug of TESTS) {
      await page.evaluate((slug) => {
        location.hash = `/tests/${slug}`;
      }, slug);
      await page.getByRole("button", { name: words[0] }).click();
      const step = page.locator("#step");
      await expect(step).toBeVisible();
      for (let screens = 0; screens < 12 && (await step.isVisible()); screens += 1) {
        const figures = page.getByRole("img");
        expect(await figures.count(), `${slug} ${await step.textContent()}`).toBeGreaterThan(0);
        for (const figure of await figures.all()) await expect(figure).toHaveAccessibleName(/\S+ \S+/);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `${slug} is wider than the screen`).toBeLessThanOrEqual(0);
        if (screens === 0) {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${slug} ${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
        }
        const before = await step.textContent();
        await page.getByRole("button", { name: words[1] }).click();
        await page.waitForFunction((before) => document.querySelector("#step")?.textContent !== before, before);
      }
      await expect(page).toHaveURL(/#\/tests$/);
    }
  });
}
