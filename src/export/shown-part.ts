import type { PartId } from '../share/figure-settings';
import type { FigureNumbers } from './figure-numbers';

/** A part of the page as it stands: what is taken along. */
export interface ShownPart {
  readonly part: PartId;
  readonly title: string;
  /** Where the page shows it like this. */
  readonly address: string;
  /** By the keys of its table. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly numbers: FigureNumbers;
}
