import type { ReactElement } from 'react';

/** SVG content, in its own pixels; colours are the theme's custom properties. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: ReactElement;
}

/** A still picture of a part of the page: its subject, its findings in its own words, and a drawing with the numbers. */
export interface Poster {
  /** A sentence that says whose numbers these are; empty if the finding says so. */
  readonly subject: string;
  /** The live figure's sentences. */
  readonly finding: readonly string[];
  readonly drawing: Drawing;
}

/** Width of every drawing. */
export const WIDTH = 720;
