import type { PartId } from '../share/figure-settings';
import { addersOf } from '../experiments/method-spec';
import { partSettings } from '../share/figure-settings';
import type { Settings } from '../share/settings';
import type { Baseline } from '../share/special-settings';
import { otherAdderOf, repeatsRow } from '../share/other-adder';
import type { ShownPart } from './shown-part';

/** A part's settings in one line, as its controls would show them. Settings that change nothing are left out. */
export function settingsText({ part, values }: Pick<ShownPart, 'part' | 'values'>): string {
  const said = Object.entries(partSettings(part)).flatMap(([key, setting]) => {
    const value = values[key];
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : setting.print(value);
    // An initial value of 0 means whatever fits best.
    const isOpen = value === 0 && setting.initial === 0 && setting.name !== 'row';
    return text === '' || isOpen || !concerns(part, key, values) ? [] : [`${setting.label}: ${text}`];
  });
  return said.length === 0 ? '' : `${said.join(' · ')}.`;
}

const GROWTH = ['condition', 'fused', 'seed'];

/** Whether a setting changes what is shown, given the others. */
function concerns(part: PartId, key: string, values: ShownPart['values']): boolean {
  if (part === 'switchboard') return key !== (values['schedule'] === 'pattern' ? 'recording' : 'pattern');
  if (part === 'heatmap') return concernsMap(key, values['view'] === 'rows', values['baseline'] as Baseline);
  return part !== 'lab' || concernsLab(key, values as unknown as Settings);
}

/** Whether a setting is one of a map of all rows of a call, or of one row through many calls. */
function concernsMap(key: string, ofRows: boolean, baseline: Baseline): boolean {
  const onOther = otherAdderOf(baseline) !== null;
  return ofRows ? key !== 'batches' && key !== (onOther ? 'against' : 'baseline') : key !== 'against' && key !== 'wholeBatch';
}

function concernsLab(key: string, { view, schedule, data, growthData, growthOrders, against, baseline }: Settings): boolean {
  if (key === 'view') return true;
  if (key === 'condition') return view === 'growth' ? growthData === 'cancelling' : data === 'cancelling';
  if (view === 'growth' && key === 'format') return addersOf(growthOrders).length > 0;
  if (view === 'growth') return key.startsWith('growth') || GROWTH.includes(key);
  if (!concernsMap(key, view === 'whole', baseline)) return false;
  switch (key) {
    case 'row':
      return view === 'sweep' || repeatsRow({ against, baseline });
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
