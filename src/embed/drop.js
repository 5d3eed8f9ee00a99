// Files dropped on a page. Without this the browser opens them in the page's place.

/** Calls back with the files that are dropped on a target, until `signal` ends it; `over` with whether some are held above it. */
export function takeDrops(target, take, { signal, over = () => {} } = {}) {
  const on = (names, listener) => {
    for (const name of names) {
      target.addEventListener(name, (event) => { if (event.dataTransfer?.types.includes("Files")) listener(event); }, { signal });
    }
  };
  on(["dragenter", "dragover"], (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    over(true);
  });
  on(["dragleave"], (event) => { if (!event.relatedTarget) over(false); });
  on(["drop"], (event) => {
    event.preventDefault();
    over(false);
    take([...event.dataTransfer.files]);
  });
}
