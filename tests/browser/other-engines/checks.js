// What has to hold in every engine. A check gets a page and a host of its own.
//
// A page here is only what both drivers can do: `goto(address)`, and `evaluate(expression)`, which
// waits when the expression is a promise. More checks go into CHECKS; they are told by their names.

import { readFile } from "node:fs/promises";
import { BASES, Site } from "../fixtures.js";
import { settled } from "../person.js";

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
    await page.goto(site.url);
    await until(page, STARTED);
    await page.evaluate(`Object.assign(localStorage, ${JSON.stringify(settled())})`);
    await page.goto("about:blank");
    await page.goto(`${site.url}#/sessie/P6-5min/check`);
    await until(page, STARTED);
    for (const [group, answer] of [["pain", "0"], ["sharp", "Nee"], ["news", "Nee"]]) {
      await until(page, `(() => {
        const radios = [...document.querySelectorAll('input[name="${group}"]')];
        const radio = radios.find((one) => one.labels[0].textContent.trim() === "${answer}");
        radio?.click();
        return radio?.checked ?? false;
      })()`);
    }
    await until(page, press("Begin"));
    await until(page, "document.querySelector('.player__pause') !== null");
    // Every press leads on, so the last one ends the session.
    await until(page, `(() => {
      document.querySelector('.player__main button[aria-label="Volgende"], .player__main button[aria-label="Klaar"]')?.click();
      return location.hash === "#/klaar";
    })()`);
    await until(page, press("Bewaren"));
    await page.goto("about:blank");
    await page.goto(`${site.url}#/geschiedenis`);
    await until(page, STARTED);
    await until(page, "document.querySelector('main').textContent.includes('Vijf minuten')");
    await page.evaluate("localStorage.clear()");
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
    for (const [name, check] of Object.entries(CHECKS)) {
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
