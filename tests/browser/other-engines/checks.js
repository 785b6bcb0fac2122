// What has to hold in every engine. A check gets a page and a host of its own.
//
// A page here is only what both drivers can do: `goto(address)`, and `evaluate(expression)`, which
// waits when the expression is a promise. More checks go into CHECKS; they are told by their names.

import { readFile } from "node:fs/promises";
import { BASES, Site } from "../fixtures.js";
import { Chance, readMirror, times } from "../lab.js";
import { settled } from "../person.js";
import { stopping } from "./stopping.js";

const PATIENCE_MS = 20_000;

const CHECKS = {
  async "the app starts"(page, site) {
    await page.goto(site.url);
    await until(page, STARTED);
  },

  async "it starts cold with no host"(page, site) {
    await page.goto(site.url);
    await until(page, STARTED);
    await until(page, "navigator.serviceWorker.controller?.state === 'activated'");
    await page.goto("about:blank");
    await site.stop();
    await page.goto(site.url);
    await until(page, STARTED);
  },

  async "a session is led to its end and kept"(page, site) {
    await furnish(page, site);
    await begin(page, site);
    await toTheEnd(page);
    await until(page, press("Bewaren"));
    await page.goto("about:blank");
    await page.goto(`${site.url}#/geschiedenis`);
    await until(page, STARTED);
    await until(page, "document.querySelector('main').textContent.includes('Vijf minuten')");
  },

  /** R6. */
  async "a storage that is full at random points loses nothing"(page, site) {
    const chance = new Chance("R6");
    const points = times("SOEPEL_QUOTAS_ELSEWHERE", 2);
    await furnish(page, site);
    for (let point = 1; point <= points; point += 1) {
      await begin(page, site);
      for (let presses = chance.between(0, 3); presses > 0; presses -= 1) await page.evaluate(ONWARD);
      await until(page, "localStorage.getItem('soepel.p0.rsv')?.length === 65536");
      await page.evaluate(`(${fill})(${chance.percent(50)})`);
      await toTheEnd(page);
      await until(page, "localStorage.getItem('soepel.p0.rsv') === null");
      // In the reserve it is kept; without it the page says so, and keeps it when there is room.
      await page.evaluate("localStorage.removeItem('elsewhere')");
      await page.evaluate(press("Opnieuw proberen"));
      await until(page, press("Bewaren"));
      await page.goto("about:blank");
      await page.goto(site.url);
      await until(page, STARTED);
      await until(page, `${SESSIONS} === ${point}`);
      await until(page, "Object.entries(localStorage).flat().every((text) => /^[ -~]*$/.test(text))");
    }
  },

  /** R15. */
  async "a store that is wiped is filled from the other"(page, site) {
    await furnish(page, site);
    await begin(page, site);
    await toTheEnd(page);
    await until(page, press("Bewaren"));
    await until(page, SAME);
    // No program runs there that would hold on to its stores.
    await page.goto(`${site.url}timer.js`);
    await page.evaluate("localStorage.clear()");
    await page.goto(`${site.url}#/geschiedenis`);
    await until(page, STARTED);
    await until(page, "document.querySelector('main').textContent.includes('Vijf minuten')");
    await until(page, `${SESSIONS} === 1`);
    await until(page, SAME);
    await page.goto(`${site.url}timer.js`);
    await until(page, "new Promise((done) => (indexedDB.deleteDatabase('soepel').onsuccess = () => done(true)))");
    await page.goto(site.url);
    await until(page, STARTED);
    await until(page, SAME);
    await until(page, `${SESSIONS} === 1`);
  },

  // R23: read from the Blob that the page makes, since downloads cannot be had here. Another port is
  // another origin, where nobody was yet.
  async "an export from this browser reads back in a fresh profile"(page, site) {
    await importing(page, site, await readFile("tests/fixtures/archive/every-kind.json", "utf8"));
    const first = await exporting(page, site);
    if (JSON.parse(first).records.length < 10) throw new Error(`too little came out: ${first}`);
    const fresh = await Site.open("dist", site.base);
    try {
      await importing(page, fresh, first);
      if ((await exporting(page, fresh)) !== first) throw new Error("the export of a fresh profile is another one");
    } finally {
      await fresh.stop();
    }
  },

  async "what is saved is there again when the page is"(page, site) {
    await page.goto(site.url);
    await until(page, STARTED);
    await page.evaluate("localStorage.setItem('soepel.s.1', 'één')");
    await page.goto("about:blank");
    await page.goto(site.url);
    await until(page, "localStorage.getItem('soepel.s.1') === 'één'");
  },
};

async function importing(page, site, text) {
  await data(page, site);
  await page.evaluate(`(() => {
    const files = new DataTransfer();
    files.items.add(new File([${JSON.stringify(text)}], "soepel.json"));
    const input = document.getElementById("import-file");
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
  // The button is there before its question is.
  await until(page, "document.querySelector('dialog[open]') !== null");
  await until(page, press("Zet terug"));
  await until(page, "Object.keys(localStorage).some((key) => key.startsWith('soepel.p0.s.'))");
}

async function exporting(page, site) {
  await data(page, site);
  await page.evaluate(`(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.caught = blob;
      return make.call(URL, blob);
    };
  })()`);
  await until(page, press("Exporteer alles"));
  await until(page, "window.caught !== undefined");
  return page.evaluate("window.caught.text()");
}

async function data(page, site) {
  await page.goto("about:blank");
  await page.goto(`${site.url}#/instellingen/gegevens`);
  await until(page, STARTED);
  await until(page, "document.getElementById('import-file') !== null");
}

const SESSIONS = "Object.keys(localStorage).filter((name) => name.startsWith('soepel.p0.s.')).length";

/** An expression: both stores hold the same, but for the filler. */
const SAME = `(async () => {
  const { "soepel.p0.rsv": _, ...first } = localStorage;
  const sorted = (values) => JSON.stringify(Object.entries(values ?? {}).sort());
  return sorted(first) === sorted(await (${readMirror})());
})()`;

/** An expression that leads a session on. */
const ONWARD = `document.querySelector('.player__main button[aria-label="Volgende"], .player__main button[aria-label="Klaar"]')?.click()`;

async function furnish(page, site) {
  await page.goto(site.url);
  await until(page, STARTED);
  // WebKitGTK never answers again for a database whose page was left while it was being made.
  await until(page, `(${readMirror})().then((kept) => kept !== null)`);
  await page.evaluate(`Object.assign(localStorage, ${JSON.stringify(settled())})`);
  await page.goto("about:blank");
}

/** Through the daily check into the player. */
async function begin(page, site) {
  await page.goto(`${site.url}#/sessie/P6-5min/check`);
  await until(page, STARTED);
  for (const [group, answer] of [["pain", "0"], ["sharp", "Nee"], ["news", "Nee"], ["sport", "Nee"], ["soreness", "0"]]) {
    await until(page, `(() => {
      const radios = [...document.querySelectorAll('input[name="${group}"]')];
      if (radios.length === 0) return ["sport", "soreness"].includes("${group}");
      const radio = radios.find((one) => one.labels[0].textContent.trim() === "${answer}");
      radio?.click();
      return radio?.checked ?? false;
    })()`);
  }
  await until(page, `${press("Begin")} || ${press("Begin lichter")}`);
  await until(page, "document.querySelector('.player__pause') !== null");
}

/** Every press leads on, so the last one ends the session. */
async function toTheEnd(page) {
  await until(page, `(${ONWARD}, location.hash === "#/klaar")`);
}

/** Runs in the page: no room is left, and the filler is there or is not. */
function fill(withReserve) {
  if (!withReserve) {
    localStorage.removeItem("soepel.p0.rsv");
    dispatchEvent(new StorageEvent("storage", { key: "soepel.p0.rsv" }));
  }
  let [text, size] = ["", 4 * 1024 * 1024];
  // What a browser counts is its own affair: as much as it takes.
  while (size >= 1) {
    try {
      localStorage.setItem("elsewhere", text + "x".repeat(size));
      text += "x".repeat(size);
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

/** An expression that presses the button of this name, and is true when there was one. */
function press(name) {
  return `(() => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "${name}");
    button?.click();
    return Boolean(button);
  })()`;
}

const STARTED = "'appReady' in document.documentElement.dataset";

/** Runs every check, at the root of a host and in a folder of it, and says how many passed. */
export async function runChecks(engine, page) {
  let passed = 0;
  let failed = 0;
  for (const base of BASES) {
    for (const [name, check] of Object.entries({ ...CHECKS, ...stopping({ STARTED, begin, furnish, press, until }) })) {
      const site = await Site.open("dist", base);
      try {
        await check(page, site);
        console.log(`ok      ${engine} at ${base}: ${name}`);
        passed++;
      } catch (problem) {
        console.log(`FAILED  ${engine} at ${base}: ${name}\n        ${problem.message}`);
        failed++;
      } finally {
        await site.stop();
      }
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

async function until(page, condition) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await page.evaluate(condition).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never came true: ${condition}`);
}
