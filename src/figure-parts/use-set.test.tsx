import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FIRST_PARTS } from '../share/part-values';
import { PageHost } from '../store/page-host';
import { HostContext, PartContext } from '../store/use-store';
import { PresentationContext } from '../ui/presentation';
import { useFigure, useSet } from './use-set';

/** Sets what a reader could, as soon as it renders. */
function Reader() {
  const set = useSet();
  const [, setStepper] = useFigure('stepper');
  set({ unit: 'ulp' });
  setStepper({ products: 8 });
  return null;
}

function partsAfter(readOnly: boolean) {
  const host = new PageHost(null);
  const presentation = { controls: 'all', readOnly, asks: false, compact: false, embedded: true, stage: false } as const;
  renderToString(createElement(PresentationContext, { value: presentation }, createElement(HostContext, { value: host }, createElement(PartContext, { value: 'heatmap' }, createElement(Reader)))));
  return host.store.getState().parts;
}

describe('what a reader sets', () => {
  it('is set in the part that the component stands in, and in the figure that it names', () => {
    const parts = partsAfter(false);
    expect(parts).toEqual({ ...FIRST_PARTS, heatmap: { ...FIRST_PARTS.heatmap, unit: 'ulp' }, stepper: { ...FIRST_PARTS.stepper, products: 8 } });
  });

  it('is nothing where the presentation is read-only', () => {
    expect(partsAfter(true)).toEqual(FIRST_PARTS);
  });
});
