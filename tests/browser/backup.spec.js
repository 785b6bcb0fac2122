// Copies that people make, and the way back from what takes much away: on the built site, with the
// real storage, IndexedDB, a folder of the browser's own file system, and files on the disk.

import { readFile } from "node:fs/promises";
import { expect, open, test } from "./fixtures.js";
import { begin, choose, keep, kept, playToTheEnd, settled } from "./person.js";

const MONDAY = new Date("2026-11-23T08:00:00+01:00");

test.beforeEach(async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.install({ time: MONDAY });
});

test("a copy in a fresh profile gives back everything, to the byte (R23)", async ({ browser, context, page, site }) => {
  await keep(context, settled());
  await played(page, site, "Vandaag ging het goed, één keer \"los\"; =1+1");
  const file = await exported(page);

  const fresh = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
  const other = await fresh.newPage();
  await open(other, site);
  await other.getByRole("link", { name: "Ik heb al een bestand van Soepel" }).click();
  await pick(other, file);
  await other.getByRole("button", { name: "Zet terug" }).click();
  await expect(other.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
  expect(await exported(other)).toBe(file);
  await other.reload();
  await expect(other.locator("html[data-app-ready]")).toBeAttached();
  expect(await exported(other)).toBe(file);
  await fresh.close();
});

test("deleting everything is undone at once, or later from the net, or never", async ({ context, page, site }) => {
  await keep(context, settled());
  await played(page, site);
  const before = await records(page);
  await data(page);
  await erase(page);
  expect(await records(page)).toEqual({});
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page.getByText("Alles staat weer zoals het was.")).toBeVisible();
  expect(await records(page)).toEqual(before);
  expect(await mirrored(page), "in the second copy too").toMatchObject(before);

  await erase(page);
  await page.reload();
  await data(page);
  await page.getByRole("button", { name: "Terugzetten", exact: true }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Terugzetten" }).click();
  await expect(page.getByText("Alles staat weer zoals het was.")).toBeVisible();
  expect(await records(page)).toEqual(before);

  await page.getByRole("button", { name: "Wis alles" }).click();
  await page.getByRole("switch", { name: /Wis ook het vangnet/ }).check({ force: true });
  await page.getByRole("button", { name: "Ja, wis alles" }).click();
  await expect(page.getByText("Er staat nu niets in.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ongedaan maken" })).toHaveCount(0);
  expect(await texts(page, "soepel-before", "texts")).toEqual({});
  expect(await records(page)).toEqual({});
});

test("without IndexedDB it is said that there is no way back, and deleting works", async ({ context, page, site }) => {
  await keep(context, settled());
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not here", "SecurityError");
    };
  });
  await played(page, site);
  await data(page);
  await expect(page.getByText(/kan geen vangnet bewaren/).first()).toBeVisible();
  await page.getByRole("button", { name: "Wis alles" }).click();
  await expect(page.getByRole("dialog").getByText(/krijg(t)? alles alleen terug uit een bestand/)).toBeVisible();
  await page.getByRole("button", { name: "Ja, wis alles" }).click();
  await expect(page.getByText("Alles is gewist van dit apparaat.")).toBeVisible();
  expect(await records(page)).toEqual({});
});

test("a file takes the place of everything after a plain warning, and that is undone", async ({ context, page, site }) => {
  await keep(context, settled());
  await open(page, site);
  const empty = await exported(page);
  await played(page, site);
  const before = await records(page);
  await pick(page, empty);
  await choose(page, "Hoe zet je het terug?", /Vervang alles/);
  await expect(page.getByRole("dialog")).toContainText("Sessies die hier verdwijnen");
  expect(await records(page), "not before it is confirmed").toEqual(before);
  await page.getByRole("dialog").getByRole("button", { name: "Vervang alles" }).click();
  await expect(page.getByText(/Vervangen\. Er staan nu 0 sessies/)).toBeVisible();
  expect(await records(page)).toEqual({});
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(() => records(page)).toEqual(before);
});

test("a folder that was picked once gets a copy after each session", async ({ context, page, site }) => {
  await keep(context, settled());
  // A folder that needs no window to be picked, and is as real as any other to the page.
  await context.addInitScript(() => {
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
  });
  await played(page, site);
  await data(page);
  await page.getByRole("button", { name: "Kies een map" }).click();
  await expect.poll(() => copies(page)).toHaveLength(1);
  await expect(page.getByText(/legt na elke sessie een kopie in de map/)).toBeVisible();
  const [[name, first]] = await copies(page);
  expect(name).toBe("soepel-2026-11-23.json");
  expect(first).toBe(await exported(page));

  await page.reload();
  await played(page, site);
  await expect.poll(async () => (await copies(page))[0][1]).not.toBe(first);
  await expect.poll(async () => JSON.parse((await copies(page))[0][1]).records.filter(({ kind }) => kind === "session").length).toBe(2);
  expect(await copies(page), "one for each day").toHaveLength(1);

  await data(page);
  await page.getByRole("button", { name: "Stop hiermee" }).click();
  await expect(page.getByRole("button", { name: "Kies een map" })).toBeVisible();
  expect(await copies(page), "what lies there stays").toHaveLength(1);
});

test("a folder that is gone is said, with a way out", async ({ context, page, site }) => {
  await keep(context, settled());
  await context.addInitScript(() => {
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
    FileSystemDirectoryHandle.prototype.getFileHandle = async () => {
      throw new DOMException("gone", "NotFoundError");
    };
  });
  await open(page, site, "#/instellingen/gegevens");
  await page.getByRole("button", { name: "Kies een map" }).click();
  await expect(page.getByText("Er kon geen kopie in je map")).toBeVisible();
  await expect(page.getByRole("button", { name: "Probeer opnieuw" })).toBeVisible();
});

test("the table opens as a table, and a note in it is no formula", async ({ context, page, site }) => {
  await keep(context, settled());
  await played(page, site, "=HYPERLINK(\"http://x\");'lekker'");
  await data(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bewaar als tabel (CSV)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("soepel-2026-11-23.csv");
  const bytes = await readFile(await file.path());
  expect([...bytes.subarray(0, 3)], "the mark that tells Excel of UTF-8").toEqual([0xef, 0xbb, 0xbf]);
  const [head, line] = bytes.subarray(3).toString("utf8").split("\r\n");
  expect(head.split(";").slice(0, 4)).toEqual(["Datum", "Begin", "Sessie", "Code"]);
  expect(line).toMatch(/^2026-11-23;08:\d\d;/);
  expect(line).toContain(`"'=HYPERLINK(""http://x"");'lekker'"`);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("a copy goes by the share sheet, and one that was closed counts for nothing", async ({ context, page, site }) => {
    await keep(context, settled());
    await context.addInitScript(() => {
      window.shared = [];
      navigator.canShare = ({ files }) => files.every((file) => file.type === "text/plain" && file.name.endsWith(".txt"));
      navigator.share = async ({ files: [file] }) => {
        window.shared.push([file.name, await file.text()]);
        if (window.shared.length === 1) throw new DOMException("closed", "AbortError");
      };
    });
    await played(page, site);
    await data(page);
    await page.getByRole("button", { name: "Deel een kopie" }).click();
    await expect.poll(() => page.evaluate(() => window.shared.length)).toBe(1);
    await expect(page.getByText("Je hebt nog nooit een export gemaakt.")).toBeVisible();
    await page.getByRole("button", { name: "Deel een kopie" }).click();
    await expect(page.getByText(/Laatste keer/)).toBeVisible();
    const [, [name, text]] = await page.evaluate(() => window.shared);
    expect(name).toBe("soepel-2026-11-23.txt");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Bewaar als bestand" }).click();
    expect(await readFile(await (await download).path(), "utf8")).toBe(text);
  });

  test("on a home screen that starts empty there is a way to the file", async ({ context, page, site }) => {
    await context.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: true }));
    await open(page, site);
    await expect(page.getByText(/Soepel op je beginscherm begint leeg/)).toBeVisible();
    await page.getByRole("link", { name: "Ik heb al een bestand van Soepel" }).click();
    await expect(page.locator("input[type=file]")).toBeVisible();
  });

  test("in Safari it is said that a home screen starts empty", async ({ context, page, site }) => {
    await context.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: false }));
    await open(page, site);
    await expect(page.getByText(/Zet Soepel dan eerst op je beginscherm/)).toBeVisible();
  });
});

test("the age of the last copy stands on Vandaag, and after five sessions a card", async ({ context, page, site }) => {
  test.setTimeout(240_000);
  await keep(context, settled());
  await open(page, site);
  await expect(page.getByText(/kopie van je gegevens/), "nothing to lose yet").toHaveCount(0);
  for (let session = 1; session <= 5; session += 1) {
    await played(page, site);
    const due = page.getByText("Maak een kopie van je 5 sessies");
    if (session < 5) {
      await expect(page.getByText("Je hebt nog geen kopie van je gegevens.")).toBeVisible();
      await expect(due).toHaveCount(0);
    } else {
      await expect(due).toBeVisible();
    }
  }
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByText("Je hebt nog geen kopie van je gegevens.")).toBeVisible();
  await page.clock.fastForward(3 * 86_400_000 + 1_000);
  await page.reload();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Nu een kopie maken" }).click();
  await download;
  await expect(page.getByText("Laatste kopie van je gegevens: vandaag.")).toBeVisible();
});

/** A session that is over and told of, and the page Vandaag. */
async function played(page, site, note) {
  await begin(page, site, "P6-2min");
  await playToTheEnd(page);
  if (note) {
    await page.getByRole("textbox").last().fill(note);
  }
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByRole("heading", { name: "Vandaag", exact: true })).toBeVisible();
}

async function data(page) {
  await page.evaluate(() => {
    location.hash = "/instellingen/gegevens";
  });
  await expect(page.getByRole("heading", { name: "Je gegevens" })).toBeVisible();
}

async function erase(page) {
  await page.getByRole("button", { name: "Wis alles" }).click();
  await page.getByRole("button", { name: "Ja, wis alles" }).click();
  await expect(page.getByText("Alles is gewist van dit apparaat.")).toBeVisible();
}

async function exported(page) {
  await data(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporteer alles" }).click();
  return readFile(await (await download).path(), "utf8");
}

async function pick(page, text) {
  await data(page);
  const buffer = Buffer.from(text);
  await page.locator("input[type=file]").setInputFiles({ name: "soepel.json", mimeType: "application/json", buffer });
}

/** The finished sessions, by key. */
async function records(page) {
  return Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith("soepel.p0.s.")));
}

function mirrored(page) {
  return texts(page, "soepel", "kept");
}

/** Everything in one object store, by name. */
function texts(page, database, store) {
  return page.evaluate(
    ([database, store]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const found = {};
          const reading = opening.result.transaction(store).objectStore(store).openCursor();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            const cursor = reading.result;
            if (!cursor) {
              opening.result.close();
              return resolve(found);
            }
            found[cursor.key] = cursor.value;
            cursor.continue();
          };
        };
      }),
    [database, store],
  );
}

/** The files in the folder, each with its text. */
function copies(page) {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const files = [];
    for await (const [name, handle] of folder.entries()) {
      if (name.endsWith(".json")) files.push([name, await (await handle.getFile()).text()]);
    }
    return files;
  });
}
