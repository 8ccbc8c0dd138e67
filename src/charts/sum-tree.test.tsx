import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SumTree } from './sum-tree';

describe('SumTree', () => {
  const markup = renderToStaticMarkup(
    <SumTree
      label="Batch 1"
      shape={{ left: Int32Array.of(-1, -1, 0), right: Int32Array.of(-1, -1, 1), group: new Uint8Array(3), root: 2 }}
      nodes={[
        { id: 'a', label: '0', valueText: '0.5', lostText: '', isLeaf: true, fused: false },
        { id: 'b', label: '*1', valueText: '0.125', lostText: '', isLeaf: true, fused: true },
        { id: 'c', label: '', valueText: '0.625', against: '0.62', lostText: '-1e-9', isLeaf: false, fused: true, diverges: true },
      ]}
    />,
  );
  it('says every node in words', () => {
    expect(markup).toContain('aria-label="product 0, 0.5"');
    expect(markup).toContain('aria-label="fused product 1, 0.125"');
    expect(markup).toContain('aria-label="fused multiply-add, 0.625, rounded away -1e-9; here the trees diverge"');
  });
  it('has one stop for the Tab key, at the result', () => {
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
    expect(markup.lastIndexOf('tabindex="0"')).toBeGreaterThan(markup.lastIndexOf('tabindex="-1"'));
  });
  it('lets the digits that differ stand out', () => {
    expect(markup).toMatch(/0\.62<tspan[^>]*>5<\/tspan>/);
  });
});
