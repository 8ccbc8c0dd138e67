import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';
import { visit } from 'unist-util-visit';

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
      if (math?.type === 'element') parent.children[index] = math;
    });
  };
}
