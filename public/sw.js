// Keeps one whole build of Soepel for when there is no internet, never a mixture of two.
//
// The build stamps the next two lines: a name for the build, and every file with its SHA-256.
// This file's address is for ever: browsers that have it come back to it. It leaves localStorage be.
const VERSION = "unstamped";
const ASSETS = [];

const SCOPE = self.registration.scope;
// Two Soepels on one host, say a trial beside the real one, share these names: the folder tells.
const FOLDER = `@${new URL(SCOPE).pathname}`;
const CACHE = `soepel-${VERSION}${FOLDER}`;
const FETCHES_AT_ONCE = 4;
const PAGE = "./";
const CHECKSUMS = new Map(ASSETS.map(([url, sha256]) => [new URL(url, SCOPE).href, sha256]));
// How long somebody waits for a file that is missing before they see another build.
const PATIENCE_MS = 8000;
// Which build each page came from, so that the rest of its files comes from there too.
const BUILD_OF = new Map();
const HOST = "";
const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

self.addEventListener("install", (event) => event.waitUntil(keepEveryFile()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) event.respondWith(answer(event));
});
self.addEventListener("message", (event) => {
  // Only a page asks for this, when the person wants the new build: never in the middle of a session.
  if (event.data === "skip-waiting") self.skipWaiting();
  // A page that has started, or could not: what is damaged is fetched again.
  if (event.data === "mend") event.waitUntil(tellWhether(mend(), event.source));
});

// A button of a notification: told to a page of this Soepel, which knows what to do. Without one
// there is nothing to count with, so the page opens.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(tellPage(event.action));
});

async function tellWhether(whole, page) {
  page?.postMessage({ soepelWhole: await whole });
}

async function tellPage(action) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find(({ url }) => url.startsWith(SCOPE));
  if (!page) return clients.openWindow(`${SCOPE}#/werkdag`);
  page.postMessage({ soepelNotification: action });
  if (action === "") return page.focus();
}

// All or nothing: a half-deployed build leaves the one before in charge. The page comes last: a
// build that has its page has everything, also when a browser was closed halfway.
async function keepEveryFile() {
  const cache = await caches.open(CACHE);
  try {
    await inTurns(ASSETS.filter(isNoPage), ([url, sha256]) => keepOne(cache, url, sha256));
    for (const [url, sha256] of ASSETS.filter(isPage)) await keepOne(cache, url, sha256);
  } catch (problem) {
    await caches.delete(CACHE);
    throw problem;
  }
}

async function keepOne(cache, url, sha256) {
  await cache.put(new URL(url, SCOPE), await fetchExactly(url, sha256));
}

function isPage([url]) {
  return url === PAGE;
}

function isNoPage([url]) {
  return url !== PAGE;
}

async function inTurns(all, act) {
  const waiting = all.values();
  const next = async () => {
    for (const one of waiting) await act(one);
  };
  await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, next));
}

// What the page has just loaded need not come over the line twice: the checksum tells whether the
// browser's own copy is the right one, and only if it is not, the file is asked for past it.
async function fetchExactly(url, sha256) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(url, { cache });
    const bytes = await response.arrayBuffer();
    if (response.status === 200 && (await checksum(bytes)) === sha256) {
      // Made anew: a response that was redirected or compressed may not be kept as it is.
      const headers = new Headers(response.headers);
      for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
      return new Response(bytes, { headers });
    }
  }
  throw new Error(`${url} is not the file of build ${VERSION}`);
}

async function checksum(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The build before stays too, for pages that still run it and for when this one is damaged.
async function tidy() {
  const others = (await caches.keys()).filter((name) => name !== CACHE && isOurs(name));
  const older = [];
  for (const name of others) {
    if (await caches.match(SCOPE, { cacheName: name })) older.push(name);
    // Half a build; unless another is being kept right now.
    else if (!self.registration.installing) await caches.delete(name);
  }
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  if (older.length === 0) await self.clients.claim();
}

function isOurs(name) {
  return name.startsWith("soepel-") && name.slice(name.indexOf("@")) === FOLDER;
}

async function answer(event) {
  const { request } = event;
  const address = new URL(request.url);
  const file = address.origin + address.pathname.replace(/\/index\.html$/, "/");
  if (request.mode === "navigate" && file === SCOPE) return answerWithPage(event);
  const kept = (await fileOfBuild(event, file)) ?? (await fileOfAny(file));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (offline) {
    if (request.mode === "navigate") return Response.redirect(SCOPE);
    throw offline;
  }
}

async function answerWithPage(event) {
  const build = await buildToShow();
  remember(event.resultingClientId, build);
  if (build) return caches.match(SCOPE, { cacheName: build });
  try {
    return await fetch(event.request);
  } catch (offline) {
    // Damaged, but it is a page, and it shows the way out.
    remember(event.resultingClientId, CACHE);
    return (await caches.match(SCOPE, { cacheName: CACHE })) ?? Response.error();
  }
}

// This build where it is whole or can be made so, else the one before, else none: what the host has.
async function buildToShow() {
  if (await hasEveryFile()) return CACHE;
  const late = new Promise((tell) => setTimeout(tell, PATIENCE_MS, false));
  if (await Promise.race([mend(), late])) return CACHE;
  for (const name of (await caches.keys()).filter(isOurs).reverse()) {
    if (name !== CACHE && (await isWhole(name))) return name;
  }
  return undefined;
}

async function hasEveryFile() {
  if (!(await caches.has(CACHE))) return false;
  const kept = await (await caches.open(CACHE)).keys();
  return new Set(kept.map(({ url }) => url)).size >= CHECKSUMS.size;
}

// Of another build only its page tells which files it has.
async function isWhole(name) {
  const page = await (await caches.match(SCOPE, { cacheName: name }))?.text();
  if (!page) return false;
  const named = [...page.matchAll(/\b(?:src|href|data-js|data-wasm)=["']?(\.\/[^"'\s>]+)/g)];
  for (const [, url] of named) {
    if (!(await caches.match(new URL(url, SCOPE), { cacheName: name }))) return false;
  }
  return true;
}

// What is missing or is not what it was is fetched again, and taken only if it is the right one.
async function mend() {
  try {
    const cache = await caches.open(CACHE);
    await inTurns(ASSETS.filter(isNoPage), (asset) => mendOne(cache, asset));
    for (const asset of ASSETS.filter(isPage)) await mendOne(cache, asset);
    return true;
  } catch (unreachable) {
    return false;
  }
}

async function mendOne(cache, [url, sha256]) {
  const address = new URL(url, SCOPE);
  const kept = await cache.match(address);
  if (kept && (await checksum(await kept.arrayBuffer())) === sha256) return;
  if (kept) await cache.delete(address);
  await keepOne(cache, url, sha256);
}

function remember(client, build) {
  if (!client) return;
  if (BUILD_OF.size > 100) BUILD_OF.clear();
  BUILD_OF.set(client, build ?? HOST);
}

// A file of the build that the page came from, and of no other.
async function fileOfBuild({ clientId }, file) {
  const build = BUILD_OF.get(clientId) ?? CACHE;
  if (build === HOST) return fetch(file, { cache: "no-cache" });
  const kept = await caches.match(file, { cacheName: build });
  if (kept || build !== CACHE || !CHECKSUMS.has(file)) return kept;
  const fresh = await fetchExactly(file, CHECKSUMS.get(file)).catch(() => Response.error());
  if (fresh.ok) await (await caches.open(CACHE)).put(file, fresh.clone());
  return fresh;
}

// For a page that was open before this worker was: names with a hash in them are of one build only.
async function fileOfAny(file) {
  if (!HASHED.test(file)) return undefined;
  for (const cacheName of (await caches.keys()).filter(isOurs)) {
    const kept = await caches.match(file, { cacheName });
    if (kept) return kept;
  }
  return undefined;
}
