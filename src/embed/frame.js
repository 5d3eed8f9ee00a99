// For the page that holds a frame: `<script src="…/frame.js" async></script>`. Gives each frame of ours the height that it asks
// for, and tells on the frame what the quiz inside told.

const OURS = "social-or-not-";
const page = new URL("embed.html", document.currentScript.src).href;

const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(page));

addEventListener("message", ({ source, data }) => {
  const name = data?.type;
  if (typeof name !== "string" || !name.startsWith(OURS)) return;
  // Whoever else sends such messages is not one of them.
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  if (name !== `${OURS}height`) frame.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: data.detail }));
  else if (data.height > 0) frame.style.height = `${Math.ceil(data.height)}px`;
});

// A frame may have been there before this script: it is asked once more.
frames().forEach(({ contentWindow }) => contentWindow.postMessage({ type: `${OURS}resize` }, "*"));
