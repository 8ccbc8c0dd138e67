import { Lab } from './lab';
import { LabLinks } from './lab-links';

/** The Lab as it stands on the page, with the ways away from it; embeds have theirs elsewhere. */
export function LinkedLab() {
  return <Lab links={<LabLinks />} />;
}
