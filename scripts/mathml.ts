import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';
import { visit } from 'unist-util-visit';

/**
 * Looks that Temml writes into attributes, which the page's policy refuses: what a display formula is by itself, and
 * what chapters.module.css does for the class beside it.
 */
const KNOWN_LOOKS = ['display:block math;', 'math-depth:0;'];

/** Takes Temml's looks off an element. */
function plain({ properties }: Element): void {
  const { style } = properties;
  if (style === undefined || style === null) return;
  if (!KNOWN_LOOKS.includes(String(style))) throw new Error(`A formula has a look that no style sheet has: ${String(style)}`);
  delete properties['style'];
}

/** Turns the formulas that remark-math found into MathML while the page is built: no code for them in the page. */
export function rehypeMathml() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      // A formula on lines of its own comes as code within <pre>, which would stay around it and scroll.
      const inside = node.children[0];
      const code = node.tagName === 'pre' && inside?.type === 'element' ? inside : node;
      const classes = code.properties['className'];
      if (parent === undefined || index === undefined || !Array.isArray(classes) || !classes.includes('language-math')) return;
      const displayMode = classes.includes('math-display');
      const tex = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      const html = temml.renderToString(tex, { displayMode, throwOnError: true, annotate: false });
      const [math] = fromHtml(html, { fragment: true }).children;
      if (math?.type !== 'element') return;
      visit(math, 'element', plain);
      parent.children[index] = math;
    });
  };
}
