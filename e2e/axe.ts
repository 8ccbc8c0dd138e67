import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Looked {
  /** A selector of the part that is looked at; all of the page. Frames in a part have tests of their own. */
  readonly within?: string;
  /** Names of the rules that are held against it; all of them. */
  readonly rules?: readonly string[];
  /** Names of rules that are not. */
  readonly but?: readonly string[];
}

const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));

/** Axe, which finds out what lies behind a text at great length: it does so once for texts that look alike. */
const SOURCE = `${readFileSync(resolve('axe-core/axe.min.js'), 'utf8')}
axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-look]' }] });`;

/**
 * Marks one text of each look in a part of the page: of a class and its parent's, of a colour, size and weight, on these
 * grounds, that can be used or can't. In the page.
 */
function markLooks(within: string): void {
  for (const marked of document.querySelectorAll('[data-look]')) marked.removeAttribute('data-look');
  const looks = new Set<string>();
  const visit = (element: Element, behind: string): void => {
    const { color, backgroundColor, backgroundImage, fontSize, fontWeight, opacity } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity].join(' ');
    const grounds = own === 'rgba(0, 0, 0, 0) none 1' ? behind : `${behind}, ${own}`;
    const isDisabled = element.closest(':disabled, [aria-disabled="true"]') !== null;
    const look = [element.tagName, element.getAttribute('class'), element.parentElement?.getAttribute('class'), color, fontSize, fontWeight, grounds, isDisabled].join('; ');
    const hasText = [...element.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');
    if (hasText && !looks.has(look) && element.checkVisibility({ visibilityProperty: true })) {
      looks.add(look);
      element.setAttribute('data-look', '');
    }
    for (const child of element.children) visit(child, grounds);
  };
  visit(document.querySelector(within)!, '');
}

/** Whether two of these are in the same part of the page, or in none: parts and what they unfold may have tables of one name. In the page. */
function areInOnePart(selectors: readonly string[]): boolean {
  const parts = selectors.map((selector) => document.querySelector(selector)!.closest('details, [data-part], #lab'));
  return new Set(parts).size < parts.length;
}

/** What axe finds wrong: the rule, and where. */
export async function problems(page: Page, { within, rules, but = [] }: Looked = {}): Promise<string[]> {
  for (const frame of within === undefined ? page.frames() : [page.mainFrame()]) await frame.evaluate(markLooks, within ?? 'body');
  // It would fetch style sheets, which an embed's sandbox forbids it.
  let axe = new AxeBuilder({ page, axeSource: SOURCE }).options({ preload: false, resultTypes: ['violations'] });
  // What is looked at is one frame: no other has to be asked.
  axe = axe.setLegacyMode(within !== undefined || page.frames().length === 1);
  if (within !== undefined) axe = axe.include(within).exclude('iframe');
  axe = rules === undefined ? axe.disableRules([...but]) : axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, any } of nodes) {
      if (id === 'landmark-unique' && !(await page.evaluate(areInOnePart, [target, ...any[0]!.relatedNodes!.map((other) => other.target)].map(String)))) continue;
      found.push(`${id}: ${target.join(' ')}`);
    }
  }
  return found;
}
