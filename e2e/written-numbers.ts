import type { Page } from '@playwright/test';

/**
 * Numbers that are written otherwise than the page writes them, with the part where they stand. Code, fields, what a library
 * printed, versions, dates, bits and titles of works may. In the page.
 */
function wrongNumbersIn(root: Element): string[] {
  const MAY = 'pre, textarea, option, script, table[data-equal], li[id^="source-"], a[href^="#source-"]';
  const WRONG = [/\d[eE][-−+]?\d/, /(?<![\w.\]’])-[\d.∞]/, /(?<![\d.,·⁻-])\d{4,}(?![-.\d])/];
  const found = new Set<string>();
  const look = (element: Element, text: string): void => {
    const said = text.replace(/[01]{8,}|\b\d{4}-\d\d-\d\d\b|0x[\da-f]+/g, '');
    if (WRONG.some((wrong) => wrong.test(said))) found.add(`${element.closest('[data-part], section[id]')?.id ?? ''}: ${text.trim()}`);
  };
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const element = texts.currentNode.parentElement!;
    const number = element.closest('mark')?.parentElement ?? element;
    const code = element.closest('code')?.textContent ?? '0';
    if (element.closest(MAY) === null && /^[-−]?[\d.,]+(e[-+]\d+)?$/.test(code)) look(number, number === element ? texts.currentNode.textContent! : number.textContent);
  }
  for (const element of root.querySelectorAll('[aria-valuetext], [aria-label]')) for (const name of ['aria-valuetext', 'aria-label']) look(element, element.getAttribute(name) ?? '');
  return [...found];
}

/** What stands in a part of the page and is not written as 4.2·10⁻⁷, 4,096 and −3 are. */
export async function wrongNumbers(page: Page, within = 'main'): Promise<string[]> {
  return page.locator(within).evaluate(wrongNumbersIn);
}
