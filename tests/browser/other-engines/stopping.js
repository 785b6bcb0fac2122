// What has to hold in every engine when the program or its update fails (R9, R14).

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anotherBuild, spoil } from "../builds.js";

export function stopping({ STARTED, begin, furnish, press, until }) {
  return {
    /** R14. */
    async "a panic in a session leads to the way out, and loses nothing"(page, site) {
      await furnish(page, site);
      await begin(page, site);
      const before = await page.evaluate("JSON.stringify({ ...localStorage })");
      const late = await page.evaluate(`(${panic})()`);
      await until(page, "document.querySelector('dialog#stopped[open]').textContent.includes('Soepel is gestopt')");
      await page.evaluate(`(${poke})()`);
      const after = await page.evaluate("JSON.stringify({ ...localStorage })");
      if (after !== before) throw new Error("something was lost or written after the end");
      await page.evaluate(`(${catchFile})()`);
      await until(page, press("Bewaar een kopie van je geschiedenis"));
      await until(page, "window.caught !== undefined");
      const copy = JSON.parse(await page.evaluate("window.caught.text()"));
      for (const [name, text] of Object.entries(JSON.parse(before))) {
        if (copy.first[name] !== text) throw new Error(`${name} is not in the copy`);
      }
      if (copy.problems.length > 0) throw new Error(copy.problems.join());
      console.log(`        R14: ${Math.round(late)} ms to the way out`);
      await until(page, press("Ga verder"));
      await until(page, `${STARTED} && document.querySelector('main').textContent.includes('erder')`);
    },

    /** R9. */
    async "an update that fails leaves the build before, and one that is whole is taken"(page, site) {
      const folder = await mkdtemp(join(tmpdir(), "soepel-builds-"));
      const place = { outputPath: (name) => join(folder, name) };
      try {
        await page.goto(site.url);
        await until(page, STARTED);
        await until(page, "navigator.serviceWorker.controller?.state === 'activated'");
        await furnish(page, site);
        await page.goto(site.url);
        await until(page, STARTED);
        const before = await page.evaluate("localStorage.getItem('soepel.p0.set.a')");
        const broken = await anotherBuild(place, "broken");
        await spoil(broken, "manifest.webmanifest");
        await site.deploy(broken);
        await until(page, `(${look})("redundant")`);
        await page.goto(`${site.url}#/over`);
        await until(page, STARTED);
        await until(page, "document.querySelector('meta[name=build]') === null");
        await site.deploy(await anotherBuild(place, "whole"));
        await until(page, `(${look})("installed")`);
        await page.evaluate(`(${take})()`);
        await until(page, `document.querySelector("meta[name=build]")?.content === "whole" && ${STARTED}`);
        if ((await page.evaluate("localStorage.getItem('soepel.p0.set.a')")) !== before) throw new Error("a setting is lost");
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Runs in the page: the program is told that there is no window; how long until the way out. */
function panic() {
  return new Promise((tell) => {
    let began;
    new MutationObserver(() => {
      if (document.querySelector("dialog#stopped[open]")) tell(performance.now() - began);
    }).observe(document, { attributes: true, childList: true, subtree: true });
    Object.defineProperty(Window, Symbol.hasInstance, { value: () => false, configurable: true });
    began = performance.now();
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    delete Window[Symbol.hasInstance];
  });
}

function poke() {
  for (const type of ["hashchange", "soepel-update-ready", "pagehide"]) window.dispatchEvent(new Event(type));
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  document.querySelectorAll("#app button").forEach((button) => button.click());
  return true;
}

function catchFile() {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    window.caught = blob;
    return make.call(URL, blob);
  };
  return true;
}

async function look(state) {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration.waiting) return state === "installed";
  await registration.update().catch(() => {});
  const fresh = registration.installing;
  if (!fresh) return registration.waiting ? state === "installed" : state === "redundant";
  return new Promise((told) => {
    fresh.addEventListener("statechange", () => {
      if (fresh.state === "installed" || fresh.state === "redundant") told(fresh.state === state);
    });
  });
}

async function take() {
  const registration = await navigator.serviceWorker.getRegistration();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage("skip-waiting");
  return true;
}
