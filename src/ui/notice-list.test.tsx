import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NoticeList } from './notice-list';

function markup(count: number): string {
  return renderToStaticMarkup(<NoticeList messages={Array.from({ length: count }, (_, i) => `Notice ${i}.`)} onDismiss={() => undefined} />);
}

const noticesIn = (text: string): number => [...text.matchAll(/Notice \d+\./g)].length;

describe('a list of notices', () => {
  it('shows a few and folds the rest, with one button for all', () => {
    const [open, folded] = markup(87).split('<details') as [string, string];
    expect(noticesIn(open)).toBe(3);
    expect(noticesIn(folded)).toBe(84);
    expect(folded).toContain('and 84 more</summary>');
    expect(folded).toContain('Dismiss all 87');
  });

  it('folds nothing that fits', () => {
    expect(markup(4)).not.toContain('<details');
    expect(noticesIn(markup(4))).toBe(4);
    expect(markup(1)).not.toContain('Dismiss all');
  });

  it.each([
    [0, ''],
    [1, 'Notice 0.Dismiss'],
    [2, 'Notice 0.DismissThere is another notice.'],
    [87, 'Notice 0.DismissThere are 86 other notices.'],
  ])('announces the newest of %i, and how many others there are', (count, said) => {
    const regions = [...markup(count).matchAll(/<div role="status">(.*?)<\/div>/g)].map(([, inner]) => inner!.replaceAll(/<[^>]*>/g, ''));
    expect(regions).toEqual([said]);
  });
});
