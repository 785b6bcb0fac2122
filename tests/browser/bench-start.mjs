// How soon Soepel is there, beside the least that could be: a plain page with the same first screen.
//
//   node tests/browser/bench-start.mjs [FOLDER...]      builds to compare; dist without any
//
// Rounds take turns, so that a slow minute of the machine is slow for all. Read the ratios: the
// milliseconds are this machine's. Files come over the line with Brotli 11, as a good host sends
// them; "old phone" is Lighthouse's mobile profile.

import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "../../playwright.config.js";
import { TYPES } from "../../scripts/static-server.mjs";

const ROUNDS = 5;
const FLOOR = "tests/fixtures/floor";
const PROFILES = {
  "this machine": null,
  "old phone": { cpu: 4, latency: 562.5, kilobits: 1475 },
};
const PACKED = new Set([".png", ".ico"]);

/** Every file of a folder as it goes over the line, made once. */
async function pack(folder) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const extension = extname(path);
    const packed = PACKED.has(extension) ? bytes : brotliCompressSync(bytes);
    const name = path.slice(folder.length + 1).replaceAll("\\", "/");
    files.set(`/${name}`, { packed, plain: packed === bytes, type: TYPES[extension] });
  }
  files.set("/", files.get("/index.html"));
  return files;
}

async function host(folder) {
  const files = await pack(folder);
  const sent = { bytes: 0, requests: 0 };
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url, "http://localhost").pathname);
    if (!file) return response.writeHead(404).end();
    sent.bytes += file.packed.length;
    sent.requests += 1;
    const headers = { "Content-Type": file.type, "Cache-Control": "max-age=3600" };
    if (!file.plain) headers["Content-Encoding"] = "br";
    response.writeHead(200, headers).end(file.packed);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { folder, sent, server, url: `http://127.0.0.1:${server.address().port}/` };
}

/** Taps Start as soon as it stands there, and stamps what the person waits for. */
function watch() {
  window.seen = { tasks: [] };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    seen.largest = list.getEntries().at(-1).startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => {
    const start = document.querySelector("[data-early=start]");
    if (start && !seen.tapped) {
      seen.tapped = performance.now();
      start.click();
    }
    if (document.querySelector("#welcome-form") && seen.tapped) {
      // What is in the tree now is on the glass after the next frame.
      requestAnimationFrame(() => (seen.handled ??= performance.now()));
    } else requestAnimationFrame(look);
  };
  addEventListener("DOMContentLoaded", look);
}

async function start(browser, place, profile, again) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "nl-NL" });
  await context.addInitScript(watch);
  const first = await visit(context, place, profile);
  if (!again) {
    await context.close();
    return first;
  }
  await new Promise((done) => setTimeout(done, 1500));
  const second = await visit(context, place, profile);
  await context.close();
  return { ...first, second: second.handled };
}

async function visit(context, place, profile) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  if (profile) {
    const through = (profile.kilobits * 1024) / 8;
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false, latency: profile.latency, downloadThroughput: through, uploadThroughput: through,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
  }
  const before = { ...place.sent };
  await page.goto(place.url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.seen?.handled, undefined, { timeout: 60_000 });
  const sent = { bytes: place.sent.bytes - before.bytes, requests: place.sent.requests - before.requests };
  const found = await page.evaluate(() => ({
    ...seen,
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  }));
  const { metrics } = await session.send("Performance.getMetrics");
  const cpu = metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  await page.close();
  const longest = Math.max(0, ...found.tasks.filter(([at]) => at > found.painted).map(([, lasts]) => lasts));
  return { ...sent, painted: found.painted, largest: found.largest, handled: found.handled, cpu, longest };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const LINES = [
  ["bytes", "kB until the first tap is handled", (value) => value / 1000],
  ["requests", "requests until then"],
  ["painted", "first paint, ms"],
  ["largest", "largest paint, ms"],
  ["handled", "first tap handled, ms"],
  ["second", "second visit: first tap handled, ms"],
  ["cpu", "work of the main thread until then, ms"],
  ["longest", "longest task after the first paint, ms"],
];

const folders = process.argv.length > 2 ? process.argv.slice(2) : ["dist"];
const places = [];
for (const folder of [FLOOR, ...folders]) places.push(await host(folder));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: CHROMIUM_ARGUMENTS,
});
for (const [name, profile] of Object.entries(PROFILES)) {
  const found = places.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, place] of places.entries()) found[at].push(await start(browser, place, profile, true));
  }
  console.log(`\n${name}: median of ${ROUNDS}`);
  console.log(["".padEnd(42), "plain page", ...folders.flatMap((folder) => [folder, "ratio"])].join(" | "));
  for (const [key, label, turn = (value) => value] of LINES) {
    const [floor, ...others] = found.map((rounds) => turn(median(rounds.map((one) => one[key] ?? 0))));
    const cells = others.flatMap((value) => [value.toFixed(0), floor > 0 ? (value / floor).toFixed(2) : ""]);
    console.log([label.padEnd(42), floor.toFixed(0), ...cells].join(" | "));
  }
}
await browser.close();
for (const { server } of places) {
  server.closeAllConnections();
  server.close();
}
