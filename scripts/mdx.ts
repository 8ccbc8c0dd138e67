import { compile } from '@mdx-js/mdx';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { rehypeMathml } from './mathml.ts';

/** Compiles chapters at build time from MDX to components, and their formulas to MathML. */
export function mdx(): Plugin {
  return {
    name: 'mdx',
    enforce: 'pre',
    async transform(source, id) {
      if (!id.endsWith('.mdx')) return null;
      const compiled = await compile({ value: source, path: id }, { remarkPlugins: [remarkMath], rehypePlugins: [rehypeMathml] });
      return { code: String(compiled), map: null };
    },
  };
}
