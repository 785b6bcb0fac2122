// R7: two to five tabs, each a process of its own, that all write at once. Nothing is lost, nothing
// is there twice, and what they set ends the same in all of them.
//
// SOEPEL_TABS says how often; the short run is two times two tabs with 50 writes each, the long one
// goes through two to five with 200.

import { expect, open, test } from "./fixtures.js";
import { mirrored, times } from "./lab.js";
import { keep, kept, seal, settled } from "./person.js";

const TIMES = times("SOEPEL_TABS", 2);
const LONG = TIMES > 2;
const WRITES = LONG ? 200 : 50;
const ID = `${"0".repeat(25)}7`;

function routine() {
  const body = { between: 15, blocks: [{ exercise: "warm-up-march", mode: "timed", duration: 60 }], name: "Even los" };
  return { [`soepel.p0.k.routine.${ID}.1`]: seal({ body, id: ID, kind: "routine", rev: 1, updated: 1_795_345_200_000, v: 1 }) };
}

for (let time = 1; time <= TIMES; time += 1) {
  const count = LONG ? 2 + ((time - 1) % 4) : 2;
  test(`R7: ${count} tabs with ${WRITES} writes each, ${time} of ${TIMES}`, async ({ browser, context, faults, site }) => {
    void faults;
    test.setTimeout(60_000 + count * 60_000);
    await keep(context, { ...settled(), ...routine() });
    const tabs = [];
    for (let index = 0; index < count; index += 1) {
      const tab = await context.newPage();
      await open(tab, site, `#/routines/${ID}`);
      await expect(tab.getByRole("button", { name: "Kopie maken" })).toBeVisible();
      tabs.push(tab);
    }
    const renderers = await processes(browser, "renderer");
    expect(renderers, "each tab is a process of its own").toBeGreaterThanOrEqual(count);

    const from = Date.now();
    const made = await Promise.all(tabs.map((tab) => tab.evaluate(copy, WRITES)));
    expect(made).toEqual(Array(count).fill(WRITES));
    const took = Date.now() - from;

    // A tab that comes later sees them all, in both stores, each once.
    const later = await context.newPage();
    await open(later, site, "#/routines");
    const all = 1 + count * WRITES;
    const routines = (values) => Object.keys(values ?? {}).filter((name) => name.includes(".k.routine.")).map((name) => name.split(".")[4]);
    await expect.poll(async () => routines(await kept(later)).length).toBe(all);
    expect(new Set(routines(await kept(later))).size).toBe(all);
    await expect.poll(async () => new Set(routines(await mirrored(later))).size, { timeout: 20_000 }).toBe(all);
    for (const tab of tabs) await expect.poll(async () => routines(await kept(tab)).length).toBe(all);
    console.log(`R7 ${count} tabs, ${renderers} renderer processes: ${all - 1} writes in ${took} ms, 0 lost, 0 twice`);

    await converge([...tabs, later], site);
  });
}

/** Every tab sets something else at the same moment, time and again; they end up the same. */
async function converge(tabs, site) {
  for (const tab of tabs) {
    await tab.evaluate(() => (location.hash = "#/instellingen"));
    await expect(tab.getByRole("group", { name: "Letters" })).toBeVisible();
  }
  const sizes = ["Gewoon", "Groot", "Grootst"];
  for (let round = 0; round < (LONG ? 12 : 4); round += 1) {
    await Promise.all(tabs.map((tab, index) => tab.evaluate(choose, sizes[(round + index) % sizes.length])));
    const shown = () => Promise.all(tabs.map((tab) => tab.locator("html").getAttribute("data-text-size")));
    await expect.poll(async () => new Set(await shown()).size, { message: `round ${round}: all tabs show the same` }).toBe(1);
    const [size] = await shown();
    const fresh = await tabs[0].context().newPage();
    await open(fresh, site, "#/instellingen");
    await expect(fresh.locator("html"), "and so does a tab that comes later").toHaveAttribute("data-text-size", size);
    await fresh.close();
  }
}

/** Runs in a page: so many copies of a routine, some of them in one breath. */
async function copy(writes) {
  const button = () => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Kopie maken");
  let made = 0;
  while (made < writes) {
    for (let burst = 0; burst < 5 && made < writes; burst += 1) {
      const there = button();
      if (!there) break;
      there.click();
      made += 1;
    }
    await new Promise((done) => setTimeout(done));
  }
  return made;
}

function choose(name) {
  const radios = [...document.querySelectorAll('input[name="text-size"]')];
  radios.find((one) => one.labels[0].textContent.trim() === name).click();
}

/** How many processes of a kind the browser has. */
async function processes(browser, kind) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === kind).length;
}
