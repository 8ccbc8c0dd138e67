import type { FigureValues } from '../../share/figure-settings';
import { LONGEST_PASTED } from '../../share/figure-settings';
import type { FigureTarget } from '../../store/figure-states';
import type { Slot, VerdictStore } from './tolerance-store';

/** What of a box can travel in a link: typed text that is not too long. */
function travelling({ text, held }: Slot): string {
  return held === null && text.length <= LONGEST_PASTED ? text : '';
}

/** The figure as links and phrases of the text see it. */
export function verdictTarget({ store, actions }: VerdictStore): FigureTarget {
  return {
    read: (): FigureValues<'verdict'> => {
      const { example, slots, products, dtype, tolerance } = store.getState();
      return {
        example: example ?? 'none',
        first: example === null ? travelling(slots.first) : '',
        second: example === null ? travelling(slots.second) : '',
        products: products ?? 0,
        dtype: dtype ?? 'printed',
        tolerance,
      };
    },
    write: (values) => {
      const { example, first, second, products, dtype, tolerance } = values as Partial<FigureValues<'verdict'>>;
      if (example !== undefined && example !== 'none') {
        if (store.getState().example !== example) actions.takeExample(example);
      } else if (first || second) {
        if (first !== undefined) actions.setText('first', first);
        if (second !== undefined) actions.setText('second', second);
      }
      actions.set({
        ...(products !== undefined && { products: products === 0 ? null : products }),
        ...(dtype !== undefined && { dtype: dtype === 'printed' ? null : dtype }),
        ...(tolerance !== undefined && { tolerance }),
      });
    },
    subscribe: (listener) => store.subscribe(listener),
    numbers: () => {
      const [first, second] = store.getState().pair;
      return { own: { first, second } };
    },
    leftOut: () => {
      const { example, slots } = store.getState();
      if (example !== null) return null;
      const lost = Object.values(slots).some((slot) => (slot.text !== '' || slot.held !== null) && (slot === slots.x || slot === slots.weight || travelling(slot) === ''));
      return lost ? `Files, x, W and numbers of more than ${LONGEST_PASTED} characters stay here: the link does not carry them.` : null;
    },
  };
}
