// A frame cannot size itself: it tells its height, in each of the ways that hosts already listen to.

const IFRAME_RESIZER = "[iFrameSizer]";

/** Tells the window around the frame how high the page is, now and whenever that changes. `marks`: what hosts wrote in the fragment. */
export class Height {
  #parent;
  #marks;
  #told = 0;
  /** How the parent that uses iframe-resizer, or Iframely, calls this frame; known once it has asked. */
  #resizer = null;
  #iframely = null;

  constructor(parent, marks) {
    this.#parent = parent;
    this.#marks = marks;
    addEventListener("message", ({ source, data }) => { if (source === parent) this.#hear(data); });
    // A frame that its host still hides is not laid out: what observes sizes is silent there.
    const tell = () => this.#tell();
    tell();
    document.addEventListener("DOMContentLoaded", tell);
    addEventListener("load", tell);
    new ResizeObserver(tell).observe(document.body);
    this.#send("[iFrameResizerChild]Ready");
  }

  #hear(data) {
    if (typeof data === "string" && data.startsWith(IFRAME_RESIZER)) {
      const [id, ...rest] = data.slice(IFRAME_RESIZER.length).split(":");
      if (rest.length > 1) {
        this.#resizer = id;
        this.#tellResizer("init");
      }
      this.#tell(true);
    } else if (data?.message === "ready" || data?.type === "social-or-not-resize") {
      this.#tell(true);
    } else if (data?.method === "register") {
      this.#iframely = data.windowId;
      this.#tell(true);
    }
  }

  #tell(again = false) {
    const height = this.#height();
    if (!height || (height === this.#told && !again)) return;
    this.#told = height;
    this.#send({ type: "social-or-not-height", height });
    // WordPress; a frame that it holds is told a secret.
    const secret = this.#marks.get("secret");
    if (secret) this.#send({ message: "height", value: height, secret });
    const pym = new URLSearchParams(location.search).get("childId");
    if (pym) this.#send(["pym", pym, "height", height].join("xPYMx"));
    if (this.#resizer !== null) this.#tellResizer("size");
    if (this.#iframely !== null) this.#send({ method: "resize", windowId: this.#iframely, height });
    if (this.#marks.has("amp")) this.#send({ sentinel: "amp", type: "embed-size", height });
    // Embedly, and Medium with it.
    this.#send(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  }

  #tellResizer(reason) {
    this.#send(`${IFRAME_RESIZER}${this.#resizer}:${this.#height()}:${innerWidth}:${reason}`);
  }

  /** Of what is on the page: the page itself never becomes lower than the frame. */
  #height() {
    return Math.ceil(document.body.getBoundingClientRect().height);
  }

  /** To whoever it is: a height tells nothing of the reader. */
  #send(message) {
    this.#parent.postMessage(message, "*");
  }
}
