import type { FigureId, FigureValues, LAB_SETTINGS, PartId } from './figure-settings';
import { FIGURE_IDS, partSettings } from './figure-settings';
import type { TableValues } from './setting-table';
import { firstValues } from './setting-table';

type LabValues = TableValues<typeof LAB_SETTINGS>;

/** The settings of every part of the page. */
export type PartValues = { readonly lab: LabValues } & { readonly [F in FigureId]: FigureValues<F> };

/** Some settings of some parts. */
export type SomeParts = { readonly [P in PartId]?: Partial<PartValues[P]> };

export const PART_IDS: readonly PartId[] = ['lab', ...FIGURE_IDS];

/** The page's first state. */
export const FIRST_PARTS = Object.fromEntries(PART_IDS.map((part) => [part, firstValues(partSettings(part))])) as unknown as PartValues;
