import type { PartId } from '../share/figure-settings';
import type { FigureNumbers } from './figure-numbers';

/** A part of the page in its current state, for saving. */
export interface ShownPart {
  readonly part: PartId;
  readonly title: string;
  /** Link to the page in this state. */
  readonly address: string;
  /** By the keys of its table. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly numbers: FigureNumbers;
}
