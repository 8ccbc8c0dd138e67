import { contrast, mixed } from './contrast';

/** Of the theme in force, as `#rrggbb`. */
export interface ThemeGround {
  readonly paper: string;
  readonly ink: string;
  readonly inkQuiet: string;
}

export interface AccentColours {
  /** Can be operated, or is selected. */
  readonly accent: string;
  /** The ground of what is selected: text in ink and in quiet ink stands on it. */
  readonly wash: string;
  /** Text on the accent. */
  readonly onAccent: string;
}

/** What WCAG 2.2 asks for text. */
const LEAST = 4.5;

/** Of the accent in its wash; less where quiet ink would not be read on it. */
const WASH = 0.14;

const STEPS = 64;

/**
 * The theme's accent colours from somebody's own colour: moved toward the ink as little as it takes to be read on the
 * paper. A theme whose ink and quiet ink can be read on its paper, as ours can, always gets colours that can be.
 */
export function accentColours(colour: string, { paper, ink, inkQuiet }: ThemeGround): AccentColours {
  const accent = firstGood((share) => mixed(colour, ink, share), (one) => contrast(one, paper) >= LEAST);
  const wash = firstGood(
    (share) => mixed(paper, accent, WASH * (1 - share)),
    (one) => contrast(ink, one) >= LEAST && contrast(inkQuiet, one) >= LEAST,
  );
  return { accent, wash, onAccent: contrast(paper, accent) >= contrast(ink, accent) ? paper : ink };
}

/** The colour at the least share, of steps from 0 to 1, that is good; the last where none is. */
function firstGood(at: (share: number) => string, good: (colour: string) => boolean): string {
  for (let step = 0; step < STEPS; step++) {
    const colour = at(step / STEPS);
    if (good(colour)) return colour;
  }
  return at(1);
}
