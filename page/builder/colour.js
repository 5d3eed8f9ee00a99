// A colour: as publishers write it, as WCAG weighs it, and as the eye orders it (OKLCH).

/** `#862633`, `#836`, `862633` or `rgb(134, 38, 51)` as `#rrggbb`; null for anything else. */
export function parse(text) {
  const written = text.trim().toLowerCase();
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(written)?.[1];
  if (digits) return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
  const parts = /^rgb\(\s*(\d{1,3})\s*[\s,]\s*(\d{1,3})\s*[\s,]\s*(\d{1,3})\s*\)$/.exec(written)?.slice(1).map(Number);
  return parts?.every((part) => part <= 255) ? hex(parts.map((part) => part / 255)) : null;
}

/** The ratio of WCAG 2, from 1 to 21. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/**
 * The colour nearest to this one that passes: lighter or darker, of the same hue, and as vivid as the screen can show it.
 * Null if none does.
 */
export function nearest(colour, passes) {
  const [lightness, a, b] = oklab(colour);
  for (let step = 0; step <= STEPS; step++) {
    for (const at of [lightness + step / STEPS, lightness - step / STEPS]) {
      if (at < 0 || at > 1) continue;
      const candidate = step ? inGamut(at, a, b) : colour;
      if (passes(candidate)) return candidate;
    }
  }
  return null;
}

const STEPS = 500;

function luminance(colour) {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const hex = (channels) => `#${channels.map((part) => Math.round(part * 255).toString(16).padStart(2, "0")).join("")}`;

/** The light of each channel, without the curve in which screens are addressed. */
function linear(colour) {
  return [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
}

const curved = (part) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);

const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * vector[at], 0));

// Björn Ottosson, https://bottosson.github.io/posts/oklab/
const TO_CONES = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]];
const TO_LAB = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]];
const FROM_LAB = [[1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.291485548]];
const FROM_CONES = [[4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965], [-0.0041960863, -0.7034186147, 1.707614701]];

const oklab = (colour) => times(TO_LAB, times(TO_CONES, linear(colour)).map(Math.cbrt));

const channels = (lab) => times(FROM_CONES, times(FROM_LAB, lab).map((cone) => cone ** 3)).map(curved);

/** This lightness, with as much of the hue as fits between black and white. */
function inGamut(lightness, a, b) {
  const at = (share) => channels([lightness, a * share, b * share]);
  const fits = (share) => at(share).every((part) => part >= -0.0005 && part <= 1.0005);
  let [least, most] = fits(1) ? [1, 1] : [0, 1];
  for (let round = 0; round < 12 && least < most; round++) {
    const middle = (least + most) / 2;
    if (fits(middle)) least = middle;
    else most = middle;
  }
  return hex(at(least).map((part) => Math.min(1, Math.max(0, part))));
}
