// Whether the chosen colours can be read: each pair that the widget really draws, by WCAG 2.2 AA.

import { contrast, nearest } from "./colour.js";

/** 4.5 for what is read, 3 for outlines, bars and the ring of the keyboard. What is drawn, on what, how much it takes. */
export const PAIRS = [
  ["text", "surface", 4.5],
  ["text", "tint", 4.5],
  ["muted", "surface", 4.5],
  ["muted", "tint", 4.5],
  ["accent", "surface", 4.5],
  ["accent", "tint", 4.5],
  ["pro", "surface", 4.5],
  ["con", "surface", 4.5],
  ["con", "tint", 3],
  ["control", "surface", 3],
  ["control", "tint", 3],
  ["focus", "surface", 3],
  ["focus", "tint", 3],
  // Last: its ground is a colour that may itself have to change.
  ["accent-text", "accent", 4.5],
];

/** Whether a colour is drawn upon others, and not only under them. */
export const isInk = (name) => PAIRS.some(([ink]) => ink === name);

/**
 * What is too faint among the colours of one theme, given by name: one entry for each ink, with its worst pair, and the nearest
 * colour that would do on all its grounds (null if none can).
 */
export function faint(colours) {
  const inks = [...new Set(PAIRS.map(([ink]) => ink))];
  return inks.flatMap((ink) => {
    const [worst] = PAIRS.filter(([of]) => of === ink)
      .map(([, on, least]) => ({ ink, on, least, ratio: contrast(colours[ink], colours[on]) }))
      .sort((one, other) => one.ratio / one.least - other.ratio / other.least);
    return worst.ratio >= worst.least ? [] : [{ ...worst, fix: readable(ink, colours[ink], colours) }];
  });
}

/** The colour nearest to this one that reads on every ground that this ink is drawn upon; null if none does. */
export function readable(ink, colour, colours) {
  const grounds = PAIRS.filter(([of]) => of === ink);
  return nearest(colour, (candidate) => grounds.every(([, on, least]) => contrast(candidate, colours[on]) >= least));
}

/** A ratio as it is shown: never rounded up to what it does not reach. */
export const shown = (ratio, lang) => (Math.floor(ratio * 10) / 10).toLocaleString(lang, { minimumFractionDigits: 1 });
