// Lighthouse on its mobile profile: the median of several rounds, each with its bound.
//
//   node tests/browser/lighthouse.mjs FOLDER ROUNDS    (scripts/lighthouse installs it first)

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { CHROMIUM_ARGUMENTS } from "../../playwright.config.js";
import { TYPES } from "../../scripts/static-server.mjs";

const [folder = "dist", rounds = "5"] = process.argv.slice(2);
const tools = process.env.SOEPEL_TOOLS ?? ".tools";
const entry = resolve(tools, "lighthouse/node_modules/lighthouse/core/index.js");
const { default: lighthouse } = await import(pathToFileURL(entry).href);

const BOUNDS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const PAGES = ["", "lezen/", "lezen/oefeningen/glute-bridge.html"];

/** As a host with brotli sends it, from any folder; made once for each file. */
const packed = new Map();
const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const there = await stat(file).catch(() => undefined);
  if (!there?.isFile()) return response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found.");
  const plain = [".png"].includes(extname(file));
  if (!packed.has(file)) {
    const bytes = await readFile(file);
    packed.set(file, plain ? bytes : brotliCompressSync(bytes));
  }
  const headers = { "Content-Type": TYPES[extname(file)] ?? "text/plain", "Cache-Control": "no-cache" };
  response.writeHead(200, plain ? headers : { ...headers, "Content-Encoding": "br" }).end(packed.get(file));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const site = `http://127.0.0.1:${server.address().port}/`;

/** A browser of its own for each round, so that none has anything kept. */
async function round(url) {
  const profile = await mkdtemp(join(tmpdir(), "lighthouse-"));
  const browser = spawn(
    process.env.CHROMIUM ?? "/usr/bin/chromium",
    [...CHROMIUM_ARGUMENTS, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const gone = new Promise((left) => browser.once("exit", left));
  try {
    const port = await new Promise((found, failed) => {
      let said = "";
      browser.stderr.on("data", (text) => {
        said += text;
        const listening = said.match(/DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/);
        if (listening) found(Number(listening[1]));
      });
      browser.once("exit", () => failed(new Error(`the browser went: ${said}`)));
    });
    const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: Object.keys(BOUNDS) });
    return lhr;
  } finally {
    browser.kill();
    await gone;
    await rm(profile, { recursive: true, force: true });
  }
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.trunc(numbers.length / 2)];

const short = [];
for (const page of PAGES) {
  const all = [];
  for (let done = 0; done < Number(rounds); done += 1) all.push(await round(site + page));
  console.log(`${page || "the first screen"}, median of ${all.length}`);
  for (const [name, bound] of Object.entries(BOUNDS)) {
    const score = median(all.map((lhr) => Math.round(lhr.categories[name].score * 100)));
    console.log(`  ${name.padEnd(28)} ${String(score).padStart(6)}   at least ${bound}`);
    if (score < bound) short.push(`${page || "first screen"}: ${name} ${score}`);
  }
  for (const name of TIMES) {
    const value = median(all.map((lhr) => lhr.audits[name].numericValue));
    console.log(`  ${name.padEnd(28)} ${value.toFixed(name.endsWith("shift") ? 3 : 0).padStart(6)}`);
  }
  const last = all.at(-1);
  for (const category of Object.keys(BOUNDS)) {
    for (const { id, weight } of last.categories[category].auditRefs) {
      const audit = last.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 0.9) {
        const items = (audit.details?.items ?? []).slice(0, 3).map((item) => JSON.stringify(item).slice(0, 160));
        console.log(`    ${category}, ${id}: ${audit.displayValue ?? audit.title}\n${items.map((it) => `      ${it}\n`).join("")}`);
      }
    }
  }
}
server.close();
if (short.length > 0) {
  console.error(`short of its bound: ${short.join("; ")}`);
  process.exit(1);
}
