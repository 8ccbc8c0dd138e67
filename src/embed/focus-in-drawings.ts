import { options } from 'preact';

/**
 * Embeds are built with Preact, which writes `tabIndex` into the page as it stands. HTML reads it; SVG tells capitals
 * apart, and nothing in a drawing could be reached by keyboard. So it is written as both read it.
 */
const before = options.vnode;
options.vnode = (node) => {
  const props = node.props as Record<string, unknown>;
  if (typeof node.type === 'string' && 'tabIndex' in props) {
    props['tabindex'] = props['tabIndex'];
    delete props['tabIndex'];
  }
  before?.(node);
};
