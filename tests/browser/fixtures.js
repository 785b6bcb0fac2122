// What every browser test stands on: a host for the built site, and a page that reports its faults.
//
// `site` serves dist/ for one test, at `base`. `page` fails its test on any error in the console,
// any breach of the content policy, any exception and any request to another host.

import { once } from "node:events";
import { test as base, expect } from "@playwright/test";
import { serve } from "../../scripts/static-server.mjs";

/** Where a site may stand: at the root of its host, or in a folder of it. */
export const BASES = ["/", "/sub/pad/"];

export const test = base.extend({
  /** Where the site stands on its host: `test.use({ base: "/sub/pad/" })`. */
  base: ["/", { option: true }],

  site: async ({ base }, use) => {
    const site = await Site.open("dist", base);
    await use(site);
    await site.stop();
  },

  /** What went wrong in the page so far; `faults.expect(/…/)` names what has to go wrong, `allow` what may. */
  faults: async ({ context, site }, use) => {
    const faults = new Faults();
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (breach) => {
        console.error(`content policy: ${breach.violatedDirective} blocked ${breach.blockedURI}`);
      });
    });
    context.on("console", (message) => {
      if (message.type() === "error") faults.add(`console: ${message.text()}`);
    });
    context.on("weberror", (problem) => faults.add(`exception: ${problem.error()}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== site.origin) {
        faults.add(`request to another host: ${url}`);
      }
    });
    await use(faults);
    expect(faults.unexpected(), "faults in the page").toEqual([]);
    expect(faults.missing(), "faults that should have come").toEqual([]);
  },

  page: async ({ page, faults }, use) => {
    void faults;
    await use(page);
  },
});

export { expect };

/** Opens the site and waits until the app has taken over. */
export async function open(page, site, address = "") {
  await page.goto(site.url + address);
  await expect(page.locator("html[data-app-ready]")).toBeAttached();
}

/** Waits until the whole site is kept for offline use and this page is served from what is kept. */
export async function keptOffline(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** One host with one built site on it, which can go down, come back and change. */
export class Site {
  static async open(folder, base = "/") {
    const site = new Site();
    site.base = base;
    site.folder = folder;
    site.port = 0;
    /** Path and status of every answer so far. */
    site.answers = [];
    await site.start();
    return site;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  get url() {
    return this.origin + this.base;
  }

  async start() {
    this.server = await serve({ folder: this.folder, port: this.port, base: this.base });
    this.server.on("request", (request, response) => {
      response.on("finish", () => this.answers.push({ path: request.url, status: response.statusCode }));
    });
    this.port = this.server.address().port;
  }

  /** Nobody answers any more, not even on connections that were open. */
  async stop() {
    if (!this.server?.listening) return;
    const closed = once(this.server, "close");
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  /** From now on the host has another build. */
  async deploy(folder) {
    await this.stop();
    this.folder = folder;
    await this.start();
  }
}

class Faults {
  #all = [];
  #expected = [];
  #allowed = [];

  add(fault) {
    this.#all.push(fault);
  }

  expect(pattern) {
    this.#expected.push(pattern);
  }

  allow(pattern) {
    this.#allowed.push(pattern);
  }

  unexpected() {
    const known = [...this.#expected, ...this.#allowed];
    return this.#all.filter((fault) => !known.some((pattern) => pattern.test(fault)));
  }

  missing() {
    return this.#expected.filter((pattern) => !this.#all.some((fault) => pattern.test(fault))).map(String);
  }
}
