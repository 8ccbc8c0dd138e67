import type { FigureId, PartId } from '../share/figure-settings';
import { LAB_SETTINGS } from '../share/figure-settings';
import type { Settings } from '../share/settings';
import type { FigureStates, FigureTarget } from '../store/figure-states';
import type { AppStore } from '../store/store';

/** The settings of the one part that an embed shows, whichever store keeps them. */
export function partTarget(part: PartId, figures: FigureStates, store: AppStore): FigureTarget {
  return part === 'lab' ? labTarget(store) : figureTarget(part, figures);
}

function figureTarget(id: FigureId, figures: FigureStates): FigureTarget {
  return { read: () => figures.of(id), write: (values) => figures.set(id, values), subscribe: figures.subscribe };
}

function labTarget(store: AppStore): FigureTarget {
  return {
    read: () => {
      const { settings } = store.getState();
      return Object.fromEntries(Object.keys(LAB_SETTINGS).map((key) => [key, settings[key as keyof Settings]]));
    },
    write: (values) => store.actions.setAll(values),
    subscribe: (listener) => store.subscribe((now, before) => now.settings !== before.settings && listener()),
  };
}
