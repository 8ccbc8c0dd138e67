import type { OwnNumbers } from '../../export/figure-numbers';
import type { PartId } from '../../share/figure-settings';
import { partLink } from '../../share/page-link';
import { PART_TITLES } from '../../share/part-titles';
import { leftOut } from '../../store/left-out';
import type { State } from '../../store/store';
import { useHost } from '../../store/use-store';
import { CopyButton } from '../../ui/copy-button';
import { EmbedButton } from '../embed-dialog/embed-button';
import { pageAddress } from './page-address';
import { Save } from './save';

/** Loads what a figure's own numbers are made by: what is in no result of the worker's. */
export type LoadOwnNumbers = () => Promise<(state: State) => OwnNumbers>;

interface PartToolsProps {
  readonly part: PartId;
  readonly ownNumbers?: LoadOwnNumbers | undefined;
}

/** What can be done with a part as it stands: take a link to it along, put it into another page, keep the part itself. */
export function PartTools({ part, ownNumbers }: PartToolsProps) {
  const { getState } = useHost().store;
  return (
    <>
      <CopyButton label="Copy link" confirmation={() => ['Link copied.', leftOut(getState(), part)].join(' ')} text={() => partLink(pageAddress(), part, getState().parts[part])} />
      <EmbedButton part={part} title={PART_TITLES[part]} values={() => getState().parts[part]} leftOut={() => leftOut(getState(), part)} />
      <Save part={part} ownNumbers={ownNumbers} />
    </>
  );
}
