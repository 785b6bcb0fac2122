// Chromium with a window and tabs, told what to do over its own protocol.
//
// Playwright tells every page that it is in front, whatever is in front of it, and turns off what a
// browser does to hidden pages. Here a tab behind another one is really hidden.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ARGUMENTS = [
  "--remote-debugging-pipe",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--password-store=basic",
  "--use-mock-keychain",
  "--mute-audio",
  "--lang=nl",
  "--window-size=500,900",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export class Window {
  #next = 0;
  #waiting = new Map();

  /** On the screen that there is, or on one that is pretended. */
  static async open(...more) {
    const window = new Window();
    window.screen = process.env.DISPLAY ? null : await Screen.open();
    window.folder = await mkdtemp(join(tmpdir(), "soepel-"));
    const program = process.env.CHROMIUM ?? "/usr/bin/chromium";
    const env = { ...process.env, DISPLAY: window.screen?.name ?? process.env.DISPLAY, TZ: "Europe/Amsterdam" };
    const options = [...ARGUMENTS, ...more, `--user-data-dir=${window.folder}`, "about:blank"];
    window.process = spawn(program, options, { env, stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    window.#listen(window.process.stdio[4]);
    return window;
  }

  /** A tab in front of the others. `first` runs before the scripts of its page. */
  async tab(address, ...first) {
    const { targetId } = await this.ask("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.ask("Target.attachToTarget", { targetId, flatten: true });
    const tab = new Tab(this, targetId, sessionId);
    await tab.ask("Page.enable");
    for (const source of first) await tab.ask("Page.addScriptToEvaluateOnNewDocument", { source });
    await tab.ask("Page.navigate", { url: address });
    return tab;
  }

  ask(method, params = {}, sessionId) {
    const id = (this.#next += 1);
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async close() {
    const gone = once(this.process, "exit");
    this.process.kill();
    await gone;
    await this.screen?.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #listen(pipe) {
    let rest = "";
    pipe.setEncoding("utf8");
    pipe.on("data", (text) => {
      const messages = (rest + text).split("\0");
      rest = messages.pop();
      for (const message of messages) {
        const { id, result, error } = JSON.parse(message);
        const waiting = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (error) waiting?.reject(new Error(error.message));
        else waiting?.resolve(result);
      }
    });
  }
}

class Tab {
  constructor(window, id, session) {
    Object.assign(this, { window, id, session });
  }

  ask(method, params) {
    return this.window.ask(method, params, this.session);
  }

  /** Runs a function in the page, as if somebody had just pressed something. */
  async run(action, ...values) {
    const expression = `(${action})(...${JSON.stringify(values)})`;
    const options = { expression, userGesture: true, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.ask("Runtime.evaluate", options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Until it returns something that is true. */
  async until(action, ...values) {
    for (let tries = 0; tries < 200; tries += 1) {
      const found = await this.run(action, ...values).catch(() => null);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`it never came: ${action}`);
  }

  toFront() {
    return this.window.ask("Target.activateTarget", { targetId: this.id });
  }
}

/** A screen that nobody sees. */
class Screen {
  static async open() {
    const screen = new Screen();
    const options = ["-displayfd", "3", "-screen", "0", "1024x1024x24", "-nolisten", "tcp"];
    screen.process = spawn("Xvfb", options, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const [number] = await once(screen.process.stdio[3], "data");
    screen.name = `:${String(number).trim()}`;
    return screen;
  }

  async close() {
    const gone = once(this.process, "exit");
    this.process.kill();
    await gone;
  }
}
