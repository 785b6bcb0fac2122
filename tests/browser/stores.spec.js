// R15: each of the two stores wiped, hung, throwing, damaged. The other one brings everything back,
// and nobody waits for a store that does not answer.

import { expect, open, test } from "./fixtures.js";
import { lost, mirrored, named } from "./lab.js";
import { begin, kept, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");
/** The bound of R15 is 2.5 seconds on a machine that does nothing else; here others work too. */
const PATIENCE_MS = 15_000;

/** What a second store can do to a page, as a script that runs before those of the page. */
const FAULTS = {
  "never answers": () => {
    indexedDB.open = () => Object.assign(new EventTarget(), { result: undefined });
    IDBFactory.prototype.open = indexedDB.open;
  },
  "throws when it is opened": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  },
  "answers with an error": () => {
    const open = IDBFactory.prototype.open;
    // A version below the one that is there, or none at all, is refused by the browser itself.
    IDBFactory.prototype.open = function () {
      const request = open.call(this, "somewhere-else", 2);
      request.addEventListener("upgradeneeded", () => request.transaction.abort());
      return request;
    };
  },
  "is not there at all": () => {
    Object.defineProperty(window, "indexedDB", { get: () => undefined });
  },
  "may not be looked at": () => {
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  },
  "opens and then loses the connection": () => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("Connection to Indexed Database server lost. Refresh the page to try again", "UnknownError");
    };
  },
  "opens and never reads": () => {
    const silent = () => Object.assign(new EventTarget(), { result: undefined });
    IDBObjectStore.prototype.getAll = silent;
    IDBObjectStore.prototype.getAllKeys = silent;
  },
  "aborts every write": () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) {
      const request = put.apply(this, values);
      this.transaction.abort();
      return request;
    };
  },
};

/** What a connection that was good may do later on. */
const LATER = ["opens and then loses the connection", "aborts every write"];

test.beforeEach(async ({ faults, page }) => {
  // A text that is opened by itself asks for an icon of its own, unless the next page comes sooner.
  faults.allow(/404 \(Not Found\)/);
  await page.clock.install({ time: MONDAY });
});

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`R15: a second store that ${name} costs nobody anything`, async ({ context, page, site }) => {
    test.setTimeout(90_000);
    await furnish(page, site, settled());
    await page.addInitScript(fault);
    const from = Date.now();
    await open(page, site);
    await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible({ timeout: PATIENCE_MS });
    console.log(`R15 usable while the second store ${name}: ${Date.now() - from} ms`);
    await train(page, site);
    await expect(page.getByText("Nog niet bewaard.")).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.clock.fastForward(7_000);
    await expect(page.getByText("Bewaard op dit apparaat.")).toBeVisible();
    const before = await kept(page);
    expect(Object.keys(named(before, "s")).length).toBe(1);
    await page.close();

    const healthy = await context.newPage();
    await open(healthy, site);
    await same(healthy);
    expect(lost(named(before, "s", "set", "scr"), await kept(healthy))).toEqual([]);
  });
}

for (const name of LATER) {
  test(`R15: a second store that ${name} in the middle of a session`, async ({ context, page, site }) => {
    test.setTimeout(90_000);
    await furnish(page, site, settled());
    await begin(page, site, "P6-2min");
    await expect(page.locator(".player")).toBeVisible();
    await page.evaluate(FAULTS[name]);
    await toTheEnd(page);
    await page.clock.fastForward(7_000);
    await expect(page.getByText("Bewaard op dit apparaat.")).toBeVisible();
    const before = await kept(page);
    await page.close();
    const healthy = await context.newPage();
    await open(healthy, site);
    await same(healthy);
    expect(lost(named(before, "s", "set", "scr"), await kept(healthy))).toEqual([]);
  });
}

test.describe("with a history in both stores", () => {
  test.beforeEach(async ({ page, site }) => {
    test.setTimeout(90_000);
    await furnish(page, site, settled());
    await open(page, site);
    await train(page, site);
    await expect(page.getByText("Bewaard op dit apparaat.")).toBeVisible();
    await begin(page, site, "P1-B");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => mirrored(page)).toEqual(firstOf(await kept(page)));
  });

  test("R15: whatever is wiped from localStorage comes back, the running session too", async ({ page, site }) => {
    const before = await aside(page, site, () => localStorage.clear());
    await open(page, site);
    await expect(page.getByRole("button", { name: "Verdergaan" })).toBeVisible();
    await same(page);
    expect(firstOf(await kept(page))).toEqual(before);
    await history(page, 1);
  });

  test("R15: localStorage wiped under a running session costs nothing", async ({ page, site }) => {
    const before = firstOf(await kept(page));
    await page.evaluate(() => localStorage.clear());
    await toTheEnd(page);
    await open(page, site);
    await same(page);
    expect(lost(named(before, "s", "set", "scr"), await kept(page))).toEqual([]);
    await history(page, 2);
  });

  test("R15: a wiped second store is filled again", async ({ page, site }) => {
    const before = await aside(page, site, async () => {
      const request = indexedDB.deleteDatabase("soepel");
      await new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject, onblocked: reject }));
    });
    expect(await mirrored(page)).toBe(null);
    await open(page, site);
    await same(page);
    expect(firstOf(await kept(page))).toEqual(before);
  });

  test("R15: a second store without its shelf is done without, and nothing is lost", async ({ page, site }) => {
    const before = await aside(page, site, async () => {
      const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject, onblocked: reject }));
      await done(indexedDB.deleteDatabase("soepel"));
      (await new Promise((resolve) => (indexedDB.open("soepel", 1).onsuccess = ({ target }) => resolve(target.result)))).close();
    });
    await open(page, site);
    await expect(page.getByRole("button", { name: "Verdergaan" })).toBeVisible();
    expect(firstOf(await kept(page))).toEqual(before);
  });

  for (const [what, damage] of [
    ["cut off", (text) => text.slice(0, -7)],
    ["one letter changed", (text) => text.replace('"rev":1', '"rev":2')],
    ["emptied", () => ""],
  ]) {
    test(`R15 R5: a text in localStorage that is ${what} comes back whole, and what it was stays aside`, async ({ page, site }) => {
      const [name] = Object.keys(named(await kept(page), "s"));
      const broken = damage((await kept(page))[name]);
      const before = await aside(page, site, ([name, broken]) => localStorage.setItem(name, broken), [name, broken]);
      await open(page, site);
      await same(page);
      const after = await kept(page);
      expect(lost(before, after)).toEqual([]);
      expect(Object.values(named(after, "q"))).toEqual([broken]);
      await history(page, 1);
    });
  }

  test("R15: nothing readable in localStorage, everything in the second store: it is taken, and the rest stays aside", async ({ page, site }) => {
    const before = await aside(page, site, () => {
      for (const name of Object.keys(localStorage)) localStorage.setItem(name, "kapot");
    });
    await open(page, site);
    await same(page);
    expect(lost(before, await kept(page))).toEqual([]);
    await history(page, 1);
  });

  test("R15: nothing readable in either: it is said, and not one letter is changed", async ({ page, site }) => {
    await aside(page, site, async () => {
      for (const name of Object.keys(localStorage)) localStorage.setItem(name, "kapot");
      const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
      const database = await done(indexedDB.open("soepel"));
      const store = database.transaction("kept", "readwrite").objectStore("kept");
      for (const name of await done(store.getAllKeys())) await done(store.put("stuk", name));
      database.close();
    });
    const [first, second] = [await kept(page), await mirrored(page)];
    await open(page, site);
    await expect(page.getByRole("alert")).toContainText("niet lezen");
    await page.evaluate(() => (location.hash = "#/instellingen"));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await kept(page)).toEqual(first);
    expect(await mirrored(page)).toEqual(second);
  });
});

for (const [name, fault] of [
  ["may not be looked at", () => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  }],
  ["is not there", () => Object.defineProperty(window, "localStorage", { get: () => null })],
  ["refuses every write", () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  }],
  ["forgets what was written", () => {
    Storage.prototype.setItem = () => {};
  }],
]) {
  test(`R15: a localStorage that ${name}: it is said, and a session goes to its end`, async ({ page, site }) => {
    test.setTimeout(90_000);
    await furnish(page, site, settled());
    await page.addInitScript(fault);
    const from = Date.now();
    await open(page, site);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: PATIENCE_MS });
    console.log(`R15 usable while localStorage ${name}: ${Date.now() - from} ms`);
    if (await page.getByRole("heading", { name: "Vandaag", exact: true }).isVisible()) {
      await train(page, site);
      await page.clock.fastForward(7_000);
      await expect(page.getByText("Nog niet bewaard.")).toBeVisible();
    }
    await page.evaluate(() => (location.hash = "#/instellingen"));
    await expect(page.getByRole("alert").first()).toBeVisible();
  });
}

/** Puts texts into an origin whose app does not run. */
async function furnish(page, site, values) {
  await page.goto(`${site.url}timer.js`);
  await page.evaluate((values) => {
    localStorage.clear();
    for (const [name, text] of Object.entries(values)) localStorage.setItem(name, text);
  }, values);
}

/** Does something to the stores while no app runs, and tells what the first held before. */
async function aside(page, site, change, value) {
  await page.goto(`${site.url}timer.js`);
  const before = firstOf(await kept(page));
  await page.evaluate(change, value);
  return before;
}

/** What both stores are to hold: the filler is for the first alone. */
function firstOf(values) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== "soepel.p0.rsv"));
}

/** Until both stores hold the same. */
async function same(page) {
  const both = async () => [await mirrored(page), firstOf(await kept(page))];
  const equal = ([one, other]) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
  await expect.poll(async () => equal(await both()), { timeout: PATIENCE_MS }).toBe(true);
}

function sorted(values) {
  return Object.entries(values ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** A session of two minutes, by its buttons. */
async function train(page, site) {
  await begin(page, site, "P6-2min");
  await expect(page.locator(".player")).toBeVisible();
  await toTheEnd(page);
}

async function toTheEnd(page) {
  const over = page.getByRole("heading", { name: "Klaar", exact: true });
  for (let presses = 0; !(await over.isVisible()); presses += 1) {
    expect(presses, "the session does not end").toBeLessThan(400);
    await page.keyboard.press("ArrowRight");
  }
}

/** So many sessions are in the history. */
async function history(page, count) {
  await page.evaluate(() => (location.hash = "#/geschiedenis"));
  await expect(page.getByRole("heading", { level: 1, name: "Geschiedenis" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Twee minuten|Fase 2/ })).toHaveCount(count);
}
