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

self.addEventListener("install", (event) => event.waitUntil(keepEveryFile()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE)) event.respondWith(answer(request));
});
// Only a page asks for this, when the person wants the new build: never in the middle of a session.
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});

// A button of a notification: told to a page of this Soepel, which knows what to do. Without one
// there is nothing to count with, so the page opens.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(tellPage(event.action));
});

async function tellPage(action) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find(({ url }) => url.startsWith(SCOPE));
  if (!page) return clients.openWindow(`${SCOPE}#/werkdag`);
  page.postMessage({ soepelNotification: action });
  if (action === "") return page.focus();
}

// All or nothing: a half-deployed build leaves the one before in charge.
async function keepEveryFile() {
  const cache = await caches.open(CACHE);
  const waiting = ASSETS.values();
  const fetchInTurn = async () => {
    for (const [url, sha256] of waiting) {
      await cache.put(new URL(url, SCOPE), await fetchExactly(url, sha256));
    }
  };
  try {
    await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, fetchInTurn));
  } catch (problem) {
    await caches.delete(CACHE);
    throw problem;
  }
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

// The build before stays too, for pages that still run it.
async function tidy() {
  const older = (await caches.keys()).filter(
    (name) => name !== CACHE && name.startsWith("soepel-") && name.slice(name.indexOf("@")) === FOLDER,
  );
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  if (older.length === 0) await self.clients.claim();
}

async function answer(request) {
  const address = new URL(request.url);
  const file = address.origin + address.pathname.replace(/\/index\.html$/, "/");
  const kept = (await (await caches.open(CACHE)).match(file)) ?? (await caches.match(file));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (offline) {
    if (request.mode === "navigate") return Response.redirect(SCOPE);
    throw offline;
  }
}
