// What the crash laboratory stands on: chance that can be repeated, figures, what a storage holds.

/** How often this runs: `short`, or what the environment says for the long run. */
export function times(name, short) {
  return Number(process.env[name] ?? short);
}

/** Chance by a seed that is printed; SOEPEL_SEED repeats a run. */
export class Chance {
  #state;

  constructor(what) {
    this.seed = Number(process.env.SOEPEL_SEED ?? Math.floor(Math.random() * 2 ** 31));
    this.#state = this.seed;
    console.log(`${what}: seed ${this.seed}`);
  }

  /** From 0 up to and without 1 (mulberry32). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  of(list) {
    return list[this.between(0, list.length - 1)];
  }

  /** True in so many percent of the calls. */
  percent(share) {
    return this.next() * 100 < share;
  }
}

/** The middle, the 95th of a hundred and the most of a list of numbers, in words. */
export function figures(numbers, unit) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const round = (number) => (number < 10 ? number.toFixed(1) : number.toFixed(0));
  return `median ${round(at(0.5))}, p95 ${round(at(0.95))}, most ${round(at(1))} ${unit} (${sorted.length})`;
}

/** The part of what is kept whose names begin with one of these letters: s, j, k, set. */
export function named(values, ...kinds) {
  const wanted = ([name]) => kinds.some((kind) => name.startsWith(`soepel.p0.${kind}.`));
  return Object.fromEntries(Object.entries(values).filter(wanted));
}

/** What `before` held and `after` does not hold in the same words. */
export function lost(before, after) {
  return Object.keys(before).filter((name) => before[name] !== after[name]);
}

/** Every name with its text in the second store; none when there is no such store. */
export function mirrored(page) {
  return page.evaluate(readMirror);
}

/** Runs in a page. */
export async function readMirror() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const made = (await indexedDB.databases()).some(({ name }) => name === "soepel");
  if (!made) return null;
  const database = await done(indexedDB.open("soepel"));
  try {
    if (!database.objectStoreNames.contains("kept")) return null;
    const store = database.transaction("kept").objectStore("kept");
    const [names, texts] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return Object.fromEntries(names.map((name, index) => [name, texts[index]]));
  } finally {
    database.close();
  }
}
