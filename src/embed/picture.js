// Goes with the glue of the whole module: the picture of the result, 1200 × 630, for the reader to post. Drawn on a canvas, from
// the facts that the module gives (export/picture.rs). It is always in the light theme, since it leaves the page.

const WIDTH = 1200;
const HEIGHT = 630;
const SIDE = 64;
const GAP = 56;
// The scales stand in a column of their own; their drawing is 360 by 206.
const SCALES = 420;
const UNIT = SCALES / 360;
const [LEFT, RIGHT] = [SIDE, WIDTH - SIDE];
// Where rules run, from the top; the thick ones are first and last, as around the quiz.
const RULES = [38, 444, 528, 592];
const [TOP, MIDDLE, FOOT] = RULES;

/**
 * Draws the picture; gives a PNG. `root`: the quiz's shadow root, whose colours and type it takes. `facts.address`: the quiz's
 * own, if it is to be named.
 */
export async function picture(root, facts) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const context = canvas.getContext("2d");
  if (!isFaithful(context)) throw new Error("what is drawn on a canvas is not what is read of it");
  const look = lookOf(root, context);
  const set = (size, face) => { context.font = `${look[face].weight} ${size}px ${look[face].family}`; };
  const arranged = arrange(facts, (text, size, face) => {
    set(size, face);
    return context.measureText(text).width;
  });
  draw(context, arranged, facts, look, set);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

/**
 * Where everything stands. `measure(text, size, face)`: how wide a text is; faces are `head`, `text` and `bold`. Texts are made
 * smaller until they fit, whatever their length and type.
 */
export function arrange(facts, measure) {
  const texts = [];
  const put = (text, left, top, width, size, face, ink, height = 1.2) =>
    // The line's foot, so that capitals and descenders lie evenly in its height.
    texts.push({ text, left, top, width, height: size * height, foot: top + size * (height / 2 + 0.35), size, face, ink });
  /** One line, in a place so wide; `align`: how much of what is left comes before it. Returns its width. */
  const line = (text, left, top, room, size, face, ink, align = 0) => {
    const needed = measure(text, size, face);
    const fitting = Math.min(size, size * room / needed);
    const width = needed * fitting / size;
    // Smaller, it stays in the middle of its height.
    put(text, left + (room - width) * align, top + (size - fitting) * 0.6, width, fitting, face, ink);
    return width;
  };

  line(facts.title, LEFT, TOP + 18, RIGHT - LEFT, 28, "bold", "text");

  /** Paragraphs under each other, in the middle of a place; small ones shrink less than large ones. */
  const stack = (paragraphs, left, top, room, most) => {
    let set;
    for (let scale = 1; scale > 0.1; scale -= 0.04) {
      set = paragraphs.map((paragraph) => {
        const size = paragraph.size * scale ** (paragraph.size > 40 ? 1 : 0.5);
        return { ...paragraph, size, lines: balance(paragraph.text, room, (text) => measure(text, size, paragraph.face)) };
      });
      set.height = set.reduce((sum, { above, lines, size, height }) => sum + (above + lines.length * height) * size, 0);
      if (set.height <= most && set.every(({ lines }) => lines.every(({ width }) => width <= room))) break;
    }
    let y = top + (most - set.height) / 2;
    for (const { above, lines, size, face, ink, height } of set) {
      y += above * size;
      for (const { text, width } of lines) {
        put(text, left, y, width, size, face, ink, height);
        y += size * height;
      }
    }
  };

  // The verdict and what follows, beside the scales.
  const says = [
    { text: facts.headline, size: 84, face: "head", ink: "text", height: 1.1, above: 0 },
    { text: facts.lead, size: 31, face: "text", ink: "text", height: 1.35, above: 0.6 },
    ...facts.notes.map((text, place) => ({ text, size: 25, face: "text", ink: "muted", height: 1.35, above: place ? 0 : 0.5 })),
  ];
  stack(says, LEFT, TOP + 66, RIGHT - LEFT - SCALES - GAP, MIDDLE - TOP - 90);

  // Under the scales, each sum under its pan, the balance between.
  const scales = { left: RIGHT - SCALES, top: TOP + 66, width: SCALES, height: 206 * UNIT };
  const swatches = [];
  facts.sums.forEach(({ value, name }, place) => {
    const isBalance = place === 1;
    const [left, width] = [scales.left + [0, 0.36, 0.64][place] * SCALES, [0.36, 0.28, 0.36][place] * SCALES];
    const below = scales.top + scales.height;
    line(value, left, below + (isBalance ? 2 : 11.5), width, isBalance ? 46 : 36, isBalance ? "bold" : "text", "text", 0.5);
    const swatch = isBalance ? 0 : 20;
    const beside = swatch && swatch + 8;
    const named = Math.min(measure(name, 23, "text"), width - beside);
    const start = left + (width - named - beside) / 2;
    if (swatch) swatches.push({ side: place ? "pro" : "con", left: start, top: below + 62, width: swatch, height: swatch });
    line(name, start + beside, below + 58, named, 23, "text", "muted");
  });

  // Three gates in a row, after their name.
  const doors = [];
  const column = (RIGHT - LEFT) / 4;
  stack([{ text: facts.gatesTitle, size: 23, face: "text", ink: "muted", height: 1.2, above: 0 }], LEFT, MIDDLE + 8, column - 24, FOOT - MIDDLE - 16);
  facts.gates.forEach(({ name, state }, place) => {
    const door = { left: LEFT + (place + 1) * column, top: MIDDLE + 14, width: 40, height: 40 * 36 / 26 };
    doors.push(door);
    const left = door.left + door.width + 18;
    const width = column - door.width - 18 - 12;
    line(name, left, door.top - 2, width, 23, "text", "muted");
    line(state, left, door.top + 26, width, 27, "bold", "text");
  });

  // At the foot: what it rests on, and where it comes from.
  const from = placeOf(facts.address) ?? facts.name;
  const width = line(from, RIGHT - 560, FOOT + 19, 560, 23, "text", "muted", 1);
  line(facts.basis, LEFT, FOOT + 19, RIGHT - LEFT - width - 40, 23, "text", "muted");
  return { texts, scales, swatches, doors, rules: RULES };
}

/** A text in lines, as few as it takes, and those about equally long. A word too wide for its line is left so. */
function balance(text, room, measure) {
  const lines = wrap(text, room, measure);
  let [tight, wide] = [room / 2, room];
  for (let turn = 0; turn < 6; turn++) {
    const middle = (tight + wide) / 2;
    if (wrap(text, middle, measure).length > lines.length) tight = middle;
    else wide = middle;
  }
  return wrap(text, wide, measure).map((text) => ({ text, width: measure(text) }));
}

/** Against fingerprinting, some browsers let noise be read of a canvas: better no picture than that. A little noise is not seen. */
function isFaithful(context) {
  context.fillStyle = "rgb(50,100,150)";
  context.fillRect(0, 0, 4, 1);
  return context.getImageData(0, 0, 4, 1).data.every((part, place) => Math.abs(part - [50, 100, 150, 255][place % 4]) < 16);
}

/** Breaks at plain spaces alone: those before « ! » and within numbers are others. */
function wrap(text, room, measure) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length && `${lines.at(-1)} ${word}`;
    if (longer && measure(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** An address as people say it; none for one that only this machine knows. */
function placeOf(address) {
  if (!address) return;
  const { protocol, host, pathname } = new URL(address);
  if (protocol === "https:") return host + pathname.replace(/\/(index\.html)?$/, "");
}

/** The widget's colours and type, as a browser in the light theme has them. */
function lookOf(root, context) {
  const outer = document.createElement("div");
  const inner = document.createElement("span");
  outer.hidden = true;
  outer.style.setProperty("color-scheme", "light");
  outer.style.setProperty("font-family", "var(--_font)");
  outer.append(inner);
  root.append(outer);
  const read = (property, value) => {
    inner.style.setProperty(property, value);
    const read = getComputedStyle(inner).getPropertyValue(property);
    inner.style.removeProperty(property);
    return read;
  };
  const family = read("font-family", "inherit");
  const look = {
    text: { family, weight: 400 },
    bold: { family, weight: 700 },
    head: { family: read("font-family", "var(--_heading-font)"), weight: read("font-weight", "var(--_heading-weight)") },
    inks: Object.fromEntries(["surface", "tint", "text", "muted", "border", "pro", "con"].map((name) => [name, read("color", `var(--_${name})`)])),
  };
  outer.remove();
  // Under colours that the reader forces, and with a surface that shows the page through, what is chosen for this page may be
  // nowhere else to be read: then black on white.
  const shade = (ink) => {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = look.inks.surface;
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = ink;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const contrast = (ink) => {
    const pair = [shade(look.inks.surface), shade(ink)];
    return Math.max(...pair) / Math.min(...pair);
  };
  if (matchMedia("(forced-colors: active)").matches || contrast(look.inks.text) < 4.5) {
    look.inks = { surface: "#fff", tint: "#fff", text: "#000", muted: "#000", border: "#999", pro: "#000", con: "#000" };
  }
  for (const name of ["muted", "pro", "con"]) {
    if (contrast(look.inks[name]) < 4.5) look.inks[name] = look.inks.text;
  }
  return look;
}

function draw(context, { texts, scales, swatches, doors, rules }, facts, { inks }, set) {
  context.fillStyle = "#fff";
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = inks.surface;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  rules.forEach((top, place) => {
    const isOuter = place % 3 === 0;
    context.fillStyle = isOuter ? inks.text : inks.border;
    context.fillRect(LEFT, top - (isOuter ? 1 : 0), RIGHT - LEFT, isOuter ? 3 : 1.5);
  });
  for (const { text, left, foot, width, size, face, ink } of texts) {
    set(size, face);
    context.fillStyle = inks[ink];
    // Never wider than it was measured.
    context.fillText(text, left, foot, width + 1);
  }

  context.lineCap = context.lineJoin = "round";
  const at = (x, y, unit, run) => {
    context.save();
    context.translate(x, y);
    context.scale(unit, unit);
    run();
    context.restore();
  };
  const path = (outline, ink, lineWidth, fill) => {
    const path = new Path2D(outline);
    if (fill) {
      context.fillStyle = fill;
      context.fill(path);
    }
    context.strokeStyle = ink;
    context.lineWidth = lineWidth;
    context.stroke(path);
  };
  const frame = (outline) => path(outline, inks.text, 1.5, inks.surface);
  const fine = (outline) => path(outline, inks.muted, 1);
  /** Solid for the pros, hatched for the cons, as everywhere. */
  const weight = (side, left, top, width, height) => {
    const box = `M${left} ${top}h${width}v${height}h${-width}Z`;
    path(box, inks[side], 1, side === "pro" ? inks.pro : inks.surface);
    if (side === "pro") return;
    context.save();
    context.clip(new Path2D(box));
    let hatch = "";
    for (let x = left - height; x < left + width; x += 5) hatch += `M${x} ${top + height}l${height} ${-height}`;
    path(hatch, inks.con, 1.5);
    context.restore();
  };

  const { stand, ticks, beam, strings, bowl, turn, pans } = facts.scales;
  at(scales.left, scales.top, UNIT, () => {
    fine(ticks);
    frame(stand);
    at(180, 54, 1, () => {
      for (const { side, x, y, weights } of pans) {
        at(x / 100, y / 100, 1, () => {
          fine(strings);
          for (const { width, height, top } of weights) weight(side, -width / 200, top / 100, width / 100, height / 100);
          frame(bowl);
        });
      }
      context.save();
      context.rotate((turn / 100) * (Math.PI / 180));
      frame(beam);
      context.restore();
      frame("M-4.5 -1a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z");
    });
  });
  for (const { side, left, top, width } of swatches) at(left, top, width / 14, () => weight(side, 1, 1, 12, 12));
  doors.forEach(({ left, top, width }, place) => {
    const [frame, leaf, detail] = facts.gates[place].door;
    at(left, top, width / 26, () => {
      path(frame, inks.text, 1.5);
      path(leaf, inks.text, 1.5, inks.tint);
      path(detail, inks.text, 1);
    });
  });
}
