// Registers the service worker, in a hidden frame of the standalone page. To browsers a worker's address is a script's: here is
// the one policy that makes such an address, and it knows no other, so that the page itself can do without any.

const policy = globalThis.trustedTypes?.createPolicy("social-or-not-worker", { createScriptURL: () => "sw.js" });

navigator.serviceWorker.register(policy?.createScriptURL("") ?? "sw.js", { updateViaCache: "none" }).then(
  () => parent.postMessage("social-or-not-registered", location.origin),
  (error) => console.warn("social-or-not:", error),
);
