// A program that is made to stop at a place of one's choice, and everything it does counted.
//
// It stands between the program and the guard of boot.js. `place` is what brings a call into the
// program: the type of an event, `start`, `timeout`, `frame`, `microtask`. During that call
// - `panic`: the program is told that there is no window: a real panic, through the real hook;
// - `trap`: what it calls ends in a trap, as when memory runs out;
// - `exception`: what it calls throws, where the program expects no such thing;
// - `nested`: what it calls brings another event in, which panics, and then returns as usual.

/** Runs in the page, before any script of it. */
export function trapdoor(armed) {
  const now = window.realNow ?? performance.now.bind(performance);
  const lab = (window.lab = { armed, hit: null, dead: false, in: 0, out: 0, writes: 0, depth: 0, kind: null });
  window.addEventListener("soepel-dead", () => (lab.dead = true));
  new MutationObserver(() => {
    if (lab.hit && lab.shown === undefined && document.querySelector("dialog#stopped[open]")) {
      lab.shown = now();
    }
  }).observe(document, { attributes: true, childList: true, subtree: true });

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (source, imports) => {
      const made = await original.call(WebAssembly, source, every(imports, (module) => every(module, asked)));
      const instance = made.instance ?? made;
      return { module: made.module ?? source, instance: { exports: every(instance.exports, entered) } };
    };
  }

  function every(members, change) {
    return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member, name)]));
  }

  function entered(call, name) {
    if (typeof call !== "function") return call;
    return (...values) => {
      if (lab.dead) lab.in += 1;
      const outer = lab.live;
      const place = name === "__wbindgen_start" ? "start" : placeNow();
      if (place === lab.armed?.place) lab.live = true;
      try {
        return call(...values);
      } finally {
        lab.live = outer;
      }
    };
  }

  // A microtask may run while an event is not yet over.
  function placeNow() {
    if (lab.kind === "microtask") return lab.kind;
    return window.event?.type ?? lab.kind ?? "promise";
  }

  function asked(call, name) {
    return (...values) => {
      if (lab.dead) lab.out += 1;
      if (!lab.live || !lab.armed || !new RegExp(lab.armed.at ?? ".").test(name)) return call(...values);
      const { how } = lab.armed;
      lab.armed = how === "nested" ? { how: "panic", place: "hashchange", at: "instanceof_Window" } : null;
      lab.hit = name;
      lab.at = now();
      lab.snapshot = { ...localStorage };
      if (how === "panic") return 0;
      if (how === "nested") window.dispatchEvent(new HashChangeEvent("hashchange"));
      if (how === "trap") throw new WebAssembly.RuntimeError("unreachable");
      if (how === "exception") throw new TypeError("not a function");
      return call(...values);
    };
  }

  for (const [name, kind] of [
    ["setTimeout", "timeout"],
    ["setInterval", "timeout"],
    ["requestAnimationFrame", "frame"],
    ["queueMicrotask", "microtask"],
  ]) {
    const original = window[name];
    window[name] = function (then, ...rest) {
      return original.call(window, typeof then === "function" ? (...values) => during(kind, () => then(...values)) : then, ...rest);
    };
  }

  function during(kind, act) {
    const before = lab.kind;
    lab.kind = kind;
    try {
      return act();
    } finally {
      lab.kind = before;
    }
  }
  lab.during = during;

  // The first to see it, so whatever the page puts over these, a write that gets here was one.
  for (const [owner, names] of [
    [Storage.prototype, ["setItem", "removeItem", "clear"]],
    [IDBObjectStore.prototype, ["put", "add", "delete", "clear"]],
  ]) {
    for (const name of names) {
      const original = owner[name];
      owner[name] = function (...values) {
        if (lab.dead && this !== sessionStorage) lab.writes += 1;
        return original.apply(this, values);
      };
    }
  }

  // What a test cannot bring about by hand is remembered, to be told something.
  lab.workers = [];
  const RealWorker = window.Worker;
  window.Worker = function (address) {
    const worker = new RealWorker(address);
    lab.workers.push(worker);
    return worker;
  };
  lab.contexts = [];
  const RealContext = window.AudioContext;
  window.AudioContext = class extends RealContext {
    constructor(...values) {
      super(...values);
      lab.contexts.push(this);
    }
  };
  lab.players = [];
  const create = Document.prototype.createElement;
  Document.prototype.createElement = function (name, ...rest) {
    const made = create.call(this, name, ...rest);
    if (name === "audio") lab.players.push(made);
    return made;
  };
  lab.buttons = {};
  if (navigator.mediaSession) {
    const set = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
    navigator.mediaSession.setActionHandler = (action, then) => {
      lab.buttons[action] = then;
      set(action, then);
    };
  }
  lab.lights = [];
  const light = { request: async () => lab.lights[lab.lights.push(Object.assign(new EventTarget(), { release: async () => {} })) - 1] };
  Object.defineProperty(navigator, "wakeLock", { get: () => light });
  lab.visible = true;
  Object.defineProperty(document, "visibilityState", { get: () => (lab.visible ? "visible" : "hidden") });
  Object.defineProperty(document, "hidden", { get: () => !lab.visible });
}

/** Everything that could still bring the program to life, once more. */
export async function poke(page) {
  await page.evaluate(async () => {
    for (const type of ["hashchange", "popstate", "soepel-update-ready", "resize", "focus", "pagehide"]) {
      window.dispatchEvent(new Event(type));
    }
    window.dispatchEvent(new StorageEvent("storage", { key: "soepel.p0.set.b", newValue: "x" }));
    window.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
    for (const visible of [false, true]) {
      lab.visible = visible;
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }
    document.querySelectorAll("#app button, #app a, #app input").forEach((control) => {
      for (const type of ["click", "input", "change"]) {
        control.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
      }
    });
    navigator.serviceWorker.dispatchEvent(new MessageEvent("message", { data: { soepelNotification: "done" } }));
    window.speechSynthesis?.dispatchEvent(new Event("voiceschanged"));
    lab.workers.forEach((worker) => worker.dispatchEvent(new MessageEvent("message")));
    lab.lights.forEach((light) => light.dispatchEvent(new Event("release")));
    lab.players.forEach((player) => ["playing", "pause", "ended"].forEach((type) => player.dispatchEvent(new Event(type))));
    Object.values(lab.buttons).forEach((press) => press?.({}));
  });
  await page.clock.fastForward(300_000);
  // A message to itself comes after everything that was under way.
  await page.evaluate(
    () =>
      new Promise((arrived) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => arrived();
        port2.postMessage(null);
      }),
  );
}
