// The standalone page without a network: brings the service worker, says when the page no longer needs a connection, and offers
// a new version, which does not come by itself.

const texts = document.querySelector(".page-offline");
const { worker, scope } = texts.dataset;

// Never from within another page: the worker would be that page's.
if (navigator.serviceWorker && top === self) {
  // To browsers the worker's address is a script's: the page's policy lets nothing but this make one, and this knows no other.
  const policy = globalThis.trustedTypes?.createPolicy("social-or-not-worker", { createScriptURL: () => worker });
  const address = policy?.createScriptURL("") ?? worker;
  const register = () => navigator.serviceWorker.register(address, { scope, updateViaCache: "none" }).then(watch, (error) => console.warn("social-or-not:", error));
  // What the reader waits for comes first.
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}

// A link pasted in place of the page's address changes nothing but the fragment, which is read when the page opens.
addEventListener("hashchange", () => location.reload());

function watch(registration) {
  navigator.serviceWorker.ready.then(() => show("ready"));
  const offer = () => { if (registration.waiting && navigator.serviceWorker.controller) show("update"); };
  offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  // A tab may stay open for days.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) registration.update().catch(() => {}); });
  texts.querySelector("button").addEventListener("click", () => {
    // Answers are kept beside the page, not in it.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("social-or-not-update");
  });
}

/** One text at a time; a new version says more than being ready. */
function show(name) {
  for (const text of texts.children) text.hidden = text.dataset.when !== name;
  texts.classList.toggle("page-offline--update", name === "update");
}
