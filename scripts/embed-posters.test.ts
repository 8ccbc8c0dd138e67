// @vitest-environment happy-dom
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
    expect(withPosters('<!--posters-->', [{ ...POSTER, title: 'A question?' }])).toContain('<strong>A question?</strong></p>');
    expect(page).not.toContain('<!--posters-->');
  });

  it.each([
    ['figure=heatmap', 'heatmap'],
    ['figure=heatmap&preset=stripes', 'heatmap--stripes'],
    ['figure=neighbours&preset=stripes', 'neighbours--stripes'],
    ['figure=thread&preset=stripes', 'thread'],
    ['preset=stripes', 'heatmap--stripes'],
    ['', 'thread'],
    ['figure=%3Cimg%20src%3Dx%3E', 'thread'],
    ['preset=constructor', 'thread'],
    ['figure=__proto__&preset=__proto__', 'thread'],
    ['figure=%E0%A4%A', 'thread'],
    ['figure=heatmap&figure=thread', 'heatmap'],
    [`preset=${'x'.repeat(5000)}`, 'thread'],
    ['theme=%22%3E', 'thread'],
    ['&&&===%', 'thread'],
  ])('are shown by address: %s', (query, name) => {
    const names = ['thread', 'heatmap', 'heatmap--stripes', 'neighbours--stripes'];
    document.body.innerHTML = withPosters('<!--posters-->', names.map((one) => ({ ...POSTER, name: one, mainOf: one === 'heatmap--stripes' ? 'stripes' : null })));
    window.history.replaceState(null, '', `/embed.html?${query}`);
    new Function(CHOOSE_POSTER)();
    expect(document.querySelector('#poster img')!.getAttribute('src')).toBe(`./posters/${name}.svg`);
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('need their place', () => {
    expect(() => withPosters('<div id="root"></div>', [])).toThrow('<!--posters-->');
  });
});
