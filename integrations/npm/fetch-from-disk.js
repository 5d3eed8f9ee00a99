// What stands for `fetch` in the package's module for Node, which fetches nothing from a disk.

import { readFile } from "node:fs/promises";

export async function fetch(address) {
  const url = new URL(address);
  if (url.protocol !== "file:") return globalThis.fetch(address);
  const type = url.pathname.endsWith(".wasm") ? "application/wasm" : "text/plain";
  const response = await readFile(url).then(
    (bytes) => new Response(bytes, { headers: { "Content-Type": type } }),
    () => new Response(null, { status: 404 }),
  );
  return Object.defineProperty(response, "url", { value: address });
}
