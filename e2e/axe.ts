import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Looked {
  /** A selector of the part that is looked at; all of the page. Frames in a part have tests of their own. */
  readonly within?: string;
  /** Names of the rules that are held against it; all of them. */
  readonly rules?: readonly string[];
  /** Names of rules that are not. */
  readonly but?: readonly string[];
}

/** What axe finds wrong: the rule, and where. */
export async function problems(page: Page, { within, rules, but = [] }: Looked = {}): Promise<string[]> {
  // It would fetch style sheets, which an embed's sandbox forbids it.
  let axe = new AxeBuilder({ page }).options({ preload: false });
  if (within !== undefined) axe = axe.include(within).exclude('iframe');
  axe = rules === undefined ? axe.disableRules([...but]) : axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
