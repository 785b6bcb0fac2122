// Starts the app, keeps a tap made before it is there, and registers the service worker.
//
// What the app has to do with this file:
// - `window.soepelEarlyTap` holds the `data-early` of the last element tapped before the start, or
//   nothing. The app reads it once, when it mounts.
// - When its first screen stands, the app sets `data-app-ready` on <html>.
// - When it can't go on, after a panic, it dispatches `soepel-stopped` on window, with `problem`:
//   rescue.js takes over, says `soepel-dead`, and from then on no call gets into the program or out.
// - `soepel-update-ready` on window says that a new build is kept and waits. The app chooses the
//   moment to offer it, and answers with `soepel-update-now` when the person wants it.

const script = document.querySelector("script[data-wasm]");
const HOUR_MS = 3_600_000;
// Late enough to be in nobody's way.
const LOOK_AFTER_MS = 60_000;
// What a call into a stopped program gives: no number, and a list with nothing in it.
const NOTHING = Object.freeze([]);
// Thrown through the program to end it; nobody need hear of it.
const OVER = new Error("the program has stopped");

let dead = false;
window.addEventListener("soepel-dead", () => (dead = true), { once: true });

// rescue.js has looked at the browser by now, and whether the program stopped twice.
const { dataset } = document.documentElement;
if (!("tooOld" in dataset) && !("safe" in dataset)) {
  document.addEventListener("click", keepTap, true);
  guardProgram();
  start();
}

// Every door of the program, in both directions. After a panic its state is half changed, and no
// timer, event or promise may run it again; one that called another and goes on afterwards is
// thrown out at its next step. What leaves it as an exception stops it too.
function guardProgram() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    if (!original) continue;
    WebAssembly[name] = async (source, imports) => {
      const made = await original.call(WebAssembly, source, guardedImports(imports));
      const { exports } = made.instance ?? made;
      return { module: made.module ?? source, instance: { exports: guardedAll(exports, inward) } };
    };
  }
}

function guardedImports(imports) {
  const modules = Object.entries(imports).map(([name, module]) => [name, guardedAll(module, outward)]);
  return Object.fromEntries(modules);
}

function guardedAll(members, guard) {
  const guarded = Object.entries(members).map(([name, member]) => [
    name,
    typeof member === "function" ? guard(member) : member,
  ]);
  return Object.fromEntries(guarded);
}

function inward(call) {
  return (...values) => {
    if (dead) return NOTHING;
    try {
      return call(...values);
    } catch (problem) {
      if (problem === OVER) return NOTHING;
      if (!dead) stop(problem);
      throw problem;
    }
  };
}

function outward(call) {
  return (...values) => {
    if (dead) throw OVER;
    const result = call(...values);
    if (dead) throw OVER;
    return result;
  };
}

function stop(problem) {
  dead = true;
  window.dispatchEvent(Object.assign(new Event("soepel-stopped"), { problem }));
}

function keepTap(event) {
  if ("appReady" in document.documentElement.dataset) {
    document.removeEventListener("click", keepTap, true);
    return;
  }
  const tapped = event.target.closest?.("[data-early]");
  if (tapped) {
    window.soepelEarlyTap = tapped.dataset.early;
    tapped.dataset.tapped = "";
  }
}

async function start() {
  try {
    const app = await import(new URL(script.dataset.js, document.baseURI));
    await app.default({ module_or_path: new URL(script.dataset.wasm, document.baseURI) });
  } catch (problem) {
    console.error(problem);
    window.dispatchEvent(new CustomEvent("soepel-stuck"));
    return;
  }
  await workOffline().catch((problem) => console.warn("Soepel works online only:", problem));
}

async function workOffline() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const registration = await workers.register(new URL("./sw.js", document.baseURI), {
    updateViaCache: "none",
  });
  // A first install has no controller yet: that is no update.
  if (registration.waiting && workers.controller) announce(registration);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh.addEventListener("statechange", () => {
      if (fresh.state === "installed" && workers.controller) announce(registration);
    });
  });
  lookForUpdates(registration);
  // What is kept may be damaged without anybody noticing, until there is no internet.
  setTimeout(() => workers.controller?.postMessage("mend"), LOOK_AFTER_MS);
}

function announce(registration) {
  window.addEventListener("soepel-update-now", () => takeUpdate(registration), { once: true });
  window.dispatchEvent(new CustomEvent("soepel-update-ready"));
}

// Only the page that asked reloads: another one may be in the middle of a session.
function takeUpdate(registration) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  registration.waiting?.postMessage("skip-waiting");
}

function lookForUpdates(registration) {
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < HOUR_MS) return;
    looked = Date.now();
    registration.update().catch(() => {}); // No internet: the next look is an hour away.
  });
}
