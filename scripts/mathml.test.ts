import { compile } from '@mdx-js/mdx';
import remarkMath from 'remark-math';
import { describe, expect, it } from 'vitest';
import { rehypeMathml } from './mathml';

const made = async (text: string): Promise<string> => String(await compile(text, { remarkPlugins: [remarkMath], rehypePlugins: [rehypeMathml] }));

describe('formulas', () => {
  it('have no looks written into them, which the page’s policy would refuse', async () => {
    const code = await made('$$\n|\\hat y - y| \\le h\\,u \\sum_k |x_k w_k|\n$$\n\nand $\\sqrt h$.');
    expect(code).toContain('math');
    expect(code).toContain('"chr-sml');
    expect(code).not.toContain('style');
  });

  it('end the build where they need a look that no style sheet has', async () => {
    await expect(made('$\\color{red} x$')).rejects.toThrow(/a look that no style sheet has: color/);
  });
});
