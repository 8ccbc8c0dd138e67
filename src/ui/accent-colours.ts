import { contrast, mixed } from './contrast';

/** Colours of the current theme, as `#rrggbb`. */
export interface ThemeGround {
  readonly paper: string;
  readonly ink: string;
  readonly inkQuiet: string;
}

export interface AccentColours {
  /** For what can be operated or is selected. */
  readonly accent: string;
  /** Background of a selection, under text in ink and in quiet ink. */
  readonly wash: string;
  /** Text on the accent. */
  readonly onAccent: string;
}

/** The contrast that WCAG 2.2 requires for text. */
const LEAST = 4.5;

/** Share of the accent in its wash; less if quiet ink would be illegible on it. */
const WASH = 0.14;

const STEPS = 64;

/**
 * The theme's accent colours from a host's colour, moved toward the ink only as far as it takes to be legible on the
 * paper. A theme whose ink and quiet ink are legible on its paper, like ours, always gets legible colours.
 */
export function accentColours(colour: string, { paper, ink, inkQuiet }: ThemeGround): AccentColours {
  const accent = firstGood((share) => mixed(colour, ink, share), (one) => contrast(one, paper) >= LEAST);
  const wash = firstGood(
    (share) => mixed(paper, accent, WASH * (1 - share)),
    (one) => contrast(ink, one) >= LEAST && contrast(inkQuiet, one) >= LEAST,
  );
  return { accent, wash, onAccent: contrast(paper, accent) >= contrast(ink, accent) ? paper : ink };
}

/** The first good colour in steps of `share` from 0 to 1; the last one if none is good. */
function firstGood(at: (share: number) => string, good: (colour: string) => boolean): string {
  for (let step = 0; step < STEPS; step++) {
    const colour = at(step / STEPS);
    if (good(colour)) return colour;
  }
  return at(1);
}
