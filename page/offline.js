// The standalone page without a network: brings the service worker, says when the page no longer needs a connection, and offers
// a new version, which does not come by itself.

const texts = document.querySelector(".page-offline");
const scope = new URL(texts.dataset.scope, location.href).href;

// Never from within another page: the worker would be that page's.
if (navigator.serviceWorker && top === self) {
  // What the reader waits for comes first.
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}

async function begin() {
  try {
    const registration = await registered();
    if (!registration) return register();
    watch(registration);
    update(registration);
  } catch (error) {
    // Where the browser keeps nothing, it has no workers either.
    console.warn("social-or-not:", error);
  }
}

/** Ours: another worker may stand over all of the origin, and browsers asked for one place prefer it to what they still install. */
async function registered() {
  return (await navigator.serviceWorker.getRegistrations()).find((registration) => registration.scope === scope);
}

/** A frame does it, once: page/registration.js says why. */
function register() {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.src = texts.dataset.registration;
  addEventListener("message", async ({ source }) => {
    if (source !== frame.contentWindow) return;
    frame.remove();
    const registration = await registered();
    // None, if the build has failed to arrive already.
    if (registration) watch(registration);
  });
  document.body.append(frame);
}

function watch(registration) {
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) show("update");
    else if (registration.active) show("ready");
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  follow();
  look();
  registration.addEventListener("updatefound", follow);
  // A tab may stay open for days.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) update(registration); });
  texts.querySelector("button").addEventListener("click", () => {
    const { waiting } = registration;
    // Accepted in another tab.
    if (!waiting) return location.reload();
    // Answers are kept beside the page, not in it.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("social-or-not-update");
  });
}

/** Without a connection there is none. */
function update(registration) {
  registration.update().catch(() => {});
}

/** One text at a time; a new version says more than being ready. */
function show(name) {
  for (const text of texts.children) text.hidden = text.dataset.when !== name;
  texts.classList.toggle("page-offline--update", name === "update");
}
