// Goes with the glue of the whole module: only a result has something to hand on.

/* global picture -- of picture.js, which goes along */

const addressIn = (root) => root.querySelector("[part=share] input");

/** Copies the address. Where the browser lets no script do it, it is selected, for the reader to copy. */
export async function copy(root) {
  const field = addressIn(root);
  try {
    await navigator.clipboard.writeText(field.value);
    return "copied";
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy") ? "copied" : "refused";
  }
}

/** Hands the address to another program of the reader's, who may think better of it. Copies it where that is not allowed. */
export async function send(root) {
  try {
    await navigator.share({ url: addressIn(root).value });
  } catch (error) {
    if (error.name !== "AbortError") return copy(root);
  }
}

/** Prints the page, which is the result's own. */
export async function print() {
  globalThis.print();
}

const TYPES = { json: "application/json", md: "text/markdown;charset=utf-8", ics: "text/calendar;charset=utf-8" };

/** Saves a file among the reader's downloads. A picture's content is what it says; some browsers let none be drawn. */
export async function save(root, name, extension, content) {
  const link = document.createElement("a");
  try {
    const file = extension === "png" ? await picture(root, { ...JSON.parse(content), address: addressIn(root)?.value }) : new Blob([content], { type: TYPES[extension] });
    link.href = URL.createObjectURL(file);
  } catch (error) {
    console.warn("social-or-not:", error);
    return "unsaved";
  }
  link.download = `${name}.${extension}`;
  link.click();
  // Once the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return "saved";
}
