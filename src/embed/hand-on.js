// Goes with the glue of the whole module: only a result has something to hand on.

const addressIn = (root) => root.querySelector("[part=share] input");

/** Copies the address. False where the browser lets no script do it: then it is selected, for the reader to copy. */
export async function copy(root) {
  const field = addressIn(root);
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
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
