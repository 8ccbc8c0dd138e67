import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';
import { visit } from 'unist-util-visit';

/**
 * Inline styles that Temml writes, which the page's policy refuses. They are redundant: display formulas have the first
 * by default, and chapters.module.css sets the second by class.
 */
const KNOWN_LOOKS = ['display:block math;', 'math-depth:0;'];

/** Removes Temml's inline styles from an element. */
function plain({ properties }: Element): void {
  const { style } = properties;
  if (style === undefined || style === null) return;
  if (!KNOWN_LOOKS.includes(String(style))) throw new Error(`A formula has a look that no style sheet has: ${String(style)}`);
  delete properties['style'];
}

/** Turns the formulas that remark-math found into MathML at build time, so that the page needs no code for them. */
export function rehypeMathml() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      // A display formula comes as code within <pre>, which must go, too, or it would scroll.
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
