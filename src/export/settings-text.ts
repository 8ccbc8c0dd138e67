import type { PartId } from '../share/figure-settings';
import { partSettings } from '../share/figure-settings';
import type { Settings } from '../share/settings';
import type { ShownPart } from './shown-part';

/** A part's settings in one line, as its controls would show them. Settings that change nothing are left out. */
export function settingsText({ part, values }: Pick<ShownPart, 'part' | 'values'>): string {
  const said = Object.entries(partSettings(part)).flatMap(([key, setting]) => {
    const value = values[key];
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : setting.print(value);
    // An initial value of 0 means whatever fits best.
    const isOpen = value === 0 && setting.initial === 0 && setting.name !== 'row';
    return text === '' || key === 'mapOpen' || isOpen || !concerns(part, key, values as Settings) ? [] : [`${setting.label}: ${text}`];
  });
  return said.length === 0 ? '' : `${said.join(' · ')}.`;
}

const GROWTH = ['condition', 'fused', 'seed'];

/** Whether a setting changes what is shown, given the others. */
function concerns(part: PartId, key: string, values: Settings): boolean {
  const { schedule } = values;
  if (part === 'switchboard') return key !== (schedule === 'pattern' ? 'recording' : 'pattern');
  return part !== 'lab' || concernsLab(key, values);
}

function concernsLab(key: string, { view, schedule, data, growthData, against }: Settings): boolean {
  if (key === 'view') return true;
  if (key === 'condition') return view === 'growth' ? growthData === 'cancelling' : data === 'cancelling';
  if (view === 'growth') return key.startsWith('growth') || GROWTH.includes(key);
  switch (key) {
    case 'batches':
    case 'baseline':
      return view === 'sweep';
    case 'row':
      return view === 'sweep' || against === 'elsewhere';
    case 'against':
    case 'mapLayer':
    case 'wholeBatch':
      return view === 'whole';
    case 'recording':
      return schedule === 'recording' || data === 'recorded';
    case 'pattern':
      return schedule === 'pattern';
    case 'orders':
    case 'fused':
      return schedule === 'thresholds';
    case 'bias':
      return schedule !== 'recording';
    case 'seed':
      return data !== 'recorded';
    case 'uniform':
      return data === 'torch';
    default:
      return !key.startsWith('growth');
  }
}
