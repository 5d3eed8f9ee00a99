// The service worker of the standalone page: keeps one build, whole, and answers from it. Written by hand instead of with
// Workbox: the same precaching in a hundredth of the bytes, and all of it can be read here.

/* global BUILD, FILES -- the build's name, and its files with what each must be; written in by the build */

// A cache is its origin's; another copy of the site may lie at another path of it.
const OURS = `social-or-not ${registration.scope} `;
const CACHE = OURS + BUILD;
// Stands in the cache of the build that runs, under a name that no file has.
const RUNNING = "./running";

addEventListener("install", (event) => event.waitUntil(fill()));

/** All files or none. Each must be the one that was built: a deployment cut off halfway is not taken. */
async function fill() {
  // After a step back to it, a build may come again while it is still in use.
  const isKept = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    // What has its hash in its name and was loaded already is not asked for again.
    const mode = (path) => (/\.[0-9a-f]{10}\./.test(path) ? "default" : "no-cache");
    await cache.addAll(FILES.map(({ path, integrity }) => new Request(path, { integrity, cache: mode(path) })));
  } catch (error) {
    if (!isKept) await caches.delete(CACHE);
    throw error;
  }
}

// Not before the reader says so: a page keeps the build that it began with.
addEventListener("message", ({ data }) => { if (data === "social-or-not-update") skipWaiting(); });

addEventListener("activate", (event) => event.waitUntil(clean()));

/** The build that ran before stays: another tab may still be at it, and want a file that the server no longer has. */
async function clean() {
  await (await caches.open(CACHE)).put(RUNNING, new Response());
  const isNext = registration.installing ?? registration.waiting;
  for (const name of await caches.keys()) {
    if (name === CACHE || !name.startsWith(OURS)) continue;
    const ran = await (await caches.open(name)).delete(RUNNING);
    // One that never ran was never accepted, unless it is still to come.
    if (!ran && !isNext) await caches.delete(name);
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});

async function answer(request) {
  const address = new URL(request.url);
  address.search = "";
  address.hash = "";
  address.pathname = address.pathname.replace(/index\.html$/, "");
  const cache = await caches.open(CACHE);
  const addresses = [address.href];
  // Some hosts drop .html from the addresses of pages, and lead from the one to the other.
  if (request.mode === "navigate") addresses.push(`${address.href}.html`);
  for (const address of addresses) {
    const kept = (await cache.match(address)) ?? (await caches.match(address));
    // A browser opens no page from an answer that was led elsewhere; what it holds was checked all the same.
    if (kept) return kept.redirected ? new Response(kept.body, kept) : kept;
  }
  return fetch(request);
}
