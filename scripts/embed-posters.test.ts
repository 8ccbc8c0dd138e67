import { describe, expect, it } from 'vitest';
import { CHOOSE_POSTER, withPosters } from './embed-posters';

const POSTER = { name: 'heatmap--stripes', mainOf: 'stripes', title: 'A "title" & <more>', subject: '', finding: ['1 < 2.'], width: 720, height: 200 };

describe('posters in the embed', () => {
  it('are chosen by a script that is tiny, writes no markup and runs no text', () => {
    expect(new TextEncoder().encode(CHOOSE_POSTER).length).toBeLessThanOrEqual(1024);
    expect(CHOOSE_POSTER).not.toMatch(/eval|Function\(|innerHTML|document\.write|insertAdjacent/);
    expect(() => new Function(CHOOSE_POSTER)).not.toThrow();
  });

  it('are text, whatever is in it', () => {
    const page = withPosters('<div id="root"><!--posters--></div>', [POSTER]);
    expect(page).toContain('<strong>A &quot;title&quot; &amp; &lt;more&gt;.</strong></p><p>1 &lt; 2.</p>');
    expect(page).toContain('<template id="poster-heatmap--stripes" data-main="stripes">');
    expect(page).not.toContain('<!--posters-->');
  });

  it('need their place', () => {
    expect(() => withPosters('<div id="root"></div>', [])).toThrow('<!--posters-->');
  });
});
