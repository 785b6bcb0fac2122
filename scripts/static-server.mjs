// Serves a folder as the plainest host would: no rewriting, 404 for what is not there.
//
//   node scripts/static-server.mjs [folder] [--port 8080] [--host 127.0.0.1] [--base /a/folder/]

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

export const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
};

/** What a hash in the name promises: these bytes, for ever. */
const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

/** Starts serving; resolves to the server once it listens. Port 0 takes any free one. */
export function serve({ folder, port = 8080, host = "127.0.0.1", base = "/" }) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    answer(root, base, request, response).catch(() => send(response, 500, "Something broke."));
  });
  return new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => listening(server));
  });
}

async function answer(root, base, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return send(response, 405, "Only GET and HEAD.");
  }
  const path = pathOf(request.url);
  if (path === base.slice(0, -1)) {
    return send(response, 301, "Moved.", { Location: base });
  }
  const file = path?.startsWith(base) ? resolve(root, `./${path.slice(base.length)}`) : undefined;
  if (!file || (file !== root && !file.startsWith(root + sep))) {
    return send(response, 404, "Not found.");
  }
  const page = path.endsWith("/") ? join(file, "index.html") : file;
  const found = await stat(page).catch(() => undefined);
  if (!found?.isFile()) return send(response, 404, "Not found.");

  const tag = `"${found.size.toString(16)}-${Math.trunc(found.mtimeMs).toString(16)}"`;
  const headers = {
    "Cache-Control": HASHED.test(page) ? "public, max-age=31536000, immutable" : "no-cache",
    "Content-Type": TYPES[extname(page)] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
    ETag: tag,
  };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, "Content-Length": found.size });
  if (request.method === "HEAD") response.end();
  else createReadStream(page).on("error", () => response.destroy()).pipe(response);
}

function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

function send(response, status, text, headers = {}) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...headers });
  response.end(`${text}\n`);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8080" },
      host: { type: "string", default: "127.0.0.1" },
      base: { type: "string", default: "/" },
    },
  });
  const base = `/${values.base}/`.replace(/\/+/g, "/");
  const port = Number(values.port);
  try {
    await serve({ folder: positionals[0] ?? "dist", port, host: values.host, base });
  } catch (problem) {
    if (problem.code !== "EADDRINUSE") throw problem;
    console.error(`Port ${port} is taken. Choose another: scripts/serve ${port + 1}`);
    process.exit(1);
  }
  console.log(`Soepel is on http://${values.host}:${port}${base}  (stop with Ctrl+C)`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
