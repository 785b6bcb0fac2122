// The kill switch: in the place of sw.js it takes Soepel's worker away from every browser that has
// one, with the files that worker kept. It touches no history: localStorage and IndexedDB stay.
//
// hosting/README.md says when and how.
const FOLDER = `@${new URL(self.registration.scope).pathname}`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith("soepel-") && name.slice(name.indexOf("@")) === FOLDER);
  await Promise.all(ours.map((name) => caches.delete(name)));
  const pages = await self.clients.matchAll({ type: "window" });
  await self.registration.unregister();
  // A page that this worker may not send on comes from the host at its next visit.
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)));
}
