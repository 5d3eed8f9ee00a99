// A question rendered ahead is there before the module. What the reader does with it meanwhile is remembered and handed over.

export class Ahead {
  #base;
  #byPointer = null;
  #skipped = false;
  #stop = new AbortController();

  constructor(base) {
    this.#base = base;
    const listen = (type, listener) => base.addEventListener(type, listener, { capture: true, signal: this.#stop.signal });
    listen("pointerdown", () => { this.#byPointer = true; });
    listen("keydown", () => { this.#byPointer = false; });
    listen("click", (event) => {
      if (event.target.closest("button")) this.#skipped = true;
      if (event.target.closest("input")) this.#skipped = false;
    });
    // A form without its script would load the page anew.
    listen("submit", (event) => event.preventDefault());
  }

  /**
   * What was done so far. `tap`: the question, the option (none for "I don't know"), and whether it was meant as an answer
   * already: an option tapped is, one reached by the arrow keys is only chosen.
   */
  take() {
    this.#stop.abort();
    const root = this.#base.getRootNode();
    const active = root.activeElement;
    const button = this.#base.querySelector("form button");
    const chosen = this.#base.querySelector("input:checked");
    // Before this script was there nobody listened, but a control pressed by a pointer has the focus without its ring.
    const pressed = (control) => this.#byPointer ?? !control.matches(":focus-visible");
    const skipped = this.#skipped || (button !== null && active === button && !chosen && pressed(button));
    const question = this.#base.querySelector("input")?.name;
    let tap;
    if (question && skipped) tap = { question, moved: true };
    else if (question && chosen) tap = { question, option: chosen.value, moved: pressed(chosen) };
    const giveFocusBack = (base) => {
      if (!active || !this.#base.isConnected) return;
      const same = active.localName === "input" && !tap?.moved
        ? [...base.querySelectorAll("input")].find((input) => input.name === active.name && input.value === active.value)
        : base.querySelector(tap?.moved ? "[tabindex='-1']" : "form button");
      same?.focus({ preventScroll: true });
    };
    return { tap, giveFocusBack };
  }
}
