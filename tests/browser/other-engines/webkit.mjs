// The checks in WebKitGTK, over plain WebDriver: Playwright can't drive the machine's own WebKit.
//
// It opens a window, so it runs as `xvfb-run -a node tests/browser/other-engines/webkit.mjs`.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { runChecks } from "./checks.js";

/** A driver that answers no more is a failure, and no reason to wait for ever. */
const PATIENCE_MS = 60_000;

const port = await freePort();
const driver = spawn(process.env.WEBKIT_DRIVER || "WebKitWebDriver", [`--port=${port}`], {
  stdio: "ignore",
});
try {
  await answering();
  const { sessionId } = await ask("POST", "/session", { capabilities: {} });
  const session = `/session/${sessionId}`;
  try {
    const all = await runChecks("WebKitGTK", {
      goto: (url) => ask("POST", `${session}/url`, { url }),
      evaluate: (expression) =>
        ask("POST", `${session}/execute/async`, {
          script: `const done = arguments[0]; Promise.resolve(${expression}).then(done, () => done(null));`,
          args: [],
        }),
    });
    process.exitCode = all ? 0 : 1;
  } finally {
    await ask("DELETE", session);
  }
} finally {
  driver.kill();
}

async function ask(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function answering() {
  for (let tries = 0; tries < 100; tries++) {
    const status = await ask("GET", "/status").catch(() => undefined);
    if (status?.ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver does not answer");
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
