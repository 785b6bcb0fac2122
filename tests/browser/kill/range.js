// A shooting range: the built site beside a page that does what it is told, in any browser that can
// open an address. No driver, so that nothing is different from a browser that somebody uses.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Site } from "../fixtures.js";

const PATIENCE_MS = 60_000;

/** How each browser opens an address with a folder of its own. */
export const ENGINES = {
  Chromium: (folder, address) => ({
    program: process.env.CHROMIUM ?? "/usr/bin/chromium",
    options: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--password-store=basic", "--use-mock-keychain",
      "--hide-crash-restore-bubble", "--lang=nl", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", `--user-data-dir=${folder}`, address],
  }),
  Firefox: (folder, address) => ({
    program: process.env.FIREFOX || "/usr/bin/firefox-esr",
    options: ["--headless", "--no-remote", "--new-instance", "--profile", folder, address],
  }),
  // Under WebDriver it forgets everything at its end, so it is opened like any other program.
  WebKitGTK: (folder, address) => ({
    program: process.env.WEBKIT_BROWSER || "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    options: [address],
    env: { XDG_DATA_HOME: join(folder, "data"), XDG_CACHE_HOME: join(folder, "cache"), XDG_CONFIG_HOME: join(folder, "config") },
  }),
};

/** A Firefox that was killed opens the tabs of before beside ours, and asks after three times, on a
 * screen that is not there, whether to start with everything switched off. */
const FIREFOX = {
  "browser.sessionstore.resume_from_crash": false,
  "toolkit.startup.max_resumed_crashes": -1,
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionPolicyBypassNotification": true,
};

/** Outside of the folder of the app, so that its service worker has no part in it. */
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>range</title>
<iframe id="app" width="400" height="760"></iframe>
<script>
const app = document.querySelector("#app");
// A connection that lay still may be closed in the moment that it is used again.
const ask = async (address, options) => {
  for (;;) {
    try { return await fetch(address, { cache: "no-store", ...options }); }
    catch { await new Promise((resolve) => setTimeout(resolve, 50)); }
  }
};
const run = async () => {
  for (;;) {
    const { id, source } = await (await ask("/range/next")).json();
    let answer;
    try { answer = { id, value: await new Function("app", "return (" + source + ")")(app) }; }
    catch (error) { answer = { id, error: String(error) }; }
    await ask("/range/done", { method: "POST", body: JSON.stringify(answer) });
  }
};
run();
</script>`;

/** In the page of the app itself: where a page is led by another one, WebKit takes the addresses of
 * the app as those of the other. */
const AGENT = `
const named = (name) => [...document.querySelectorAll("button, a")].find((one) => (one.getAttribute("aria-label") ?? one.textContent).trim() === name);
const actions = {
  press(name) {
    const button = named(name);
    button?.click();
    return Boolean(button);
  },
  answer(group, word) {
    const radio = [...document.querySelectorAll('input[name="' + group + '"]')].find((one) => one.labels[0].textContent.trim() === word);
    radio?.click();
    return radio?.checked ?? false;
  },
};
window.ask = (action, ...words) => new Promise((done) => setTimeout(() => done(actions[action](...words))));
`;

export class Range {
  #jobs = [];
  #waiting = null;
  #next = 0;
  #answers = new Map();

  static async open(engine) {
    const range = new Range();
    range.engine = engine;
    range.folder = await mkdtemp(join(tmpdir(), "soepel-range-"));
    const settings = Object.entries(FIREFOX).map((pair) => `user_pref(${pair.map((it) => JSON.stringify(it)).join(", ")});`);
    if (engine === "Firefox") await writeFile(join(range.folder, "user.js"), settings.join("\n"));
    range.site = await Site.open("dist", "/app/");
    const [plain] = range.site.server.listeners("request");
    range.site.server.removeAllListeners("request");
    range.site.server.on("request", (request, response) => range.#serve(request, response) || plain(request, response));
    return range;
  }

  /** The browser, with everything that it kept. */
  async start() {
    this.#jobs = [];
    this.#waiting = null;
    const { program, options, env } = ENGINES[this.engine](this.folder, `${this.site.origin}/range.html`);
    this.process = spawn(program, options, { detached: true, stdio: "ignore", env: { ...process.env, TZ: "Europe/Amsterdam", ...env } });
    await this.run("true");
  }

  /** All processes of the browser at once, without a word of warning. */
  async kill() {
    const gone = once(this.process, "exit");
    process.kill(-this.process.pid, "SIGKILL");
    await gone;
    for (const { reject } of this.#answers.values()) reject(new Error("the browser is gone"));
    this.#answers.clear();
  }

  /** The value of an expression in the page, where `app` is the frame of the app. */
  run(source) {
    const id = (this.#next += 1);
    this.#jobs.push({ id, source });
    this.#hand();
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.engine} does not answer: ${source}`)), PATIENCE_MS);
      const settle = (then) => (value) => {
        clearTimeout(late);
        then(value);
      };
      this.#answers.set(id, { resolve: settle(resolve), reject: settle(reject) });
    });
  }

  async until(source) {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const value = await this.run(source).catch(() => null);
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`it never came: ${source}`);
  }

  async close() {
    if (this.process?.exitCode === null && this.process.signalCode === null) await this.kill();
    await this.site.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #serve(request, response) {
    if (request.url === "/range.html") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }).end(PAGE);
    } else if (request.url === "/range/agent.js") {
      response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-store" }).end(AGENT);
    } else if (request.url === "/range/next") {
      this.#waiting = response;
      response.on("close", () => {
        if (this.#waiting === response) this.#waiting = null;
      });
      this.#hand();
    } else if (request.url === "/range/done") {
      this.#take(request, response);
    } else return false;
    return true;
  }

  #hand() {
    if (!this.#waiting || this.#jobs.length === 0) return;
    this.#waiting.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(JSON.stringify(this.#jobs.shift()));
    this.#waiting = null;
  }

  async #take(request, response) {
    let text = "";
    for await (const part of request.setEncoding("utf8")) text += part;
    response.writeHead(204).end();
    const { id, value, error } = JSON.parse(text);
    const asked = this.#answers.get(id);
    this.#answers.delete(id);
    if (error) asked?.reject(new Error(error));
    else asked?.resolve(value);
  }
}
