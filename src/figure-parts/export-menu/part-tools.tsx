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

/** Loads the function that makes a figure's own numbers, those that the worker's results don't contain. */
export type LoadOwnNumbers = () => Promise<(state: State) => OwnNumbers>;

interface PartToolsProps {
  readonly part: PartId;
  readonly ownNumbers?: LoadOwnNumbers | undefined;
}

/** Actions on a part in its current state: copy a link, embed it, save it. */
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
