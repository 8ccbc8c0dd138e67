import type { PartId } from './figure-settings';

/** Name of a part's still picture, `posters/NAME.svg`: as the part begins, or as a preset sets it. */
export function posterName(part: PartId, preset?: string): string {
  return preset === undefined ? part : `${part}--${preset}`;
}
