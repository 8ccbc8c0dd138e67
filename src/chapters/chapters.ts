import type { ComponentType, ReactNode } from 'react';
import type { MDXComponents } from 'mdx/types';
import FiveLines from './01-five-lines.mdx';
import ThreeNumbers from './02-three-numbers.mdx';
import EveryAddition from './03-every-addition.mdx';
import WhyTheOrder from './04-why-the-order.mdx';
import WholeLayer from './05-whole-layer.mdx';
import Growth from './06-growth.mdx';
import OnAGpu from './07-on-a-gpu.mdx';
import Tolerance from './08-tolerance.mdx';
import DoesItMatter from './09-does-it-matter.mdx';
import Remedies from './10-remedies.mdx';
import YourMachine from './11-your-machine.mdx';

/** One chapter: its anchor, its title, and the question that it answers, in the words of people who asked it. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Its text places the head: number, title and question. */
  readonly Text: ComponentType<{ components?: MDXComponents; head: ReactNode }>;
}

/** The chapters, in reading order. */
export const CHAPTERS: readonly Chapter[] = [
  { id: 'five-lines', title: 'Five lines that should agree', question: 'Is this a bug, or is it normal?', Text: FiveLines },
  { id: 'three-numbers', title: 'Three numbers are enough', question: 'How can the same numbers have two sums?', Text: ThreeNumbers },
  { id: 'every-addition', title: 'Every addition rounds', question: 'Where do the digits go?', Text: EveryAddition },
  { id: 'why-the-order', title: 'Why a library changes the order', question: 'Why only at batch size 1?', Text: WhyTheOrder },
  { id: 'whole-layer', title: 'The whole layer', question: 'Which outputs differ, from which batch size on, and in which rows?', Text: WholeLayer },
  { id: 'growth', title: 'How error grows', question: 'How large can it get?', Text: Growth },
  { id: 'on-a-gpu', title: 'On a GPU', question: 'Why does an H100 give other digits than an A100?', Text: OnAGpu },
  { id: 'tolerance', title: 'Is my difference normal?', question: 'What tolerance should my test have?', Text: Tolerance },
  { id: 'does-it-matter', title: 'Does it matter?', question: 'Does it hurt my network, or explain train against eval?', Text: DoesItMatter },
  { id: 'remedies', title: 'What you can do', question: 'Can I turn it off?', Text: Remedies },
  { id: 'your-machine', title: 'See your own machine', question: 'And what does my library do?', Text: YourMachine },
];
