import type { ReactElement } from 'react';

/** Marks of an SVG, in its own pixels; colours are the theme's custom properties. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: ReactElement;
}

/** A part of the page at rest: what it is about, what it finds, in its own words, and a drawing that carries the numbers. */
export interface Poster {
  /** Whose numbers these are, in a sentence; empty where the finding says it. */
  readonly subject: string;
  /** The sentences that the live figure says. */
  readonly finding: readonly string[];
  readonly drawing: Drawing;
}

/** Width of every drawing. */
export const WIDTH = 720;
