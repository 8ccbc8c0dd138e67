import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect } from './console-guard';

/** What stands in place of a part of the page whose code is not there. */
const WAITING = ':is(p, div)[data-waiting]';

/** Lets a page compute nothing, before it is opened: for tests that no number matters to. */
export async function computeNothing(page: Page): Promise<void> {
  await page.addInitScript('Worker = class { postMessage() {} terminate() {} }');
}

/** A part of the open page, a figure by its anchor or the Lab, once its code is there. */
export async function partAt(page: Page, id: string): Promise<Locator> {
  const part = page.locator(`#${id}`);
  await part.scrollIntoViewIfNeeded();
  await expect(part.locator(WAITING)).toHaveCount(0);
  return part;
}

/** Opens a group of the Lab's settings that is closed at first. */
export async function unfold(lab: Locator, group: string): Promise<void> {
  await lab.locator('summary').filter({ has: lab.page().getByRole('heading', { name: group, exact: true }) }).click();
}

/** The page at a part of it. */
export async function openPart(page: Page, id: string, query = ''): Promise<Locator> {
  await page.goto(`./${query === '' ? '' : `?${query}`}#${id}`);
  return partAt(page, id);
}

/** Goes through a part of the page, or all of it, until the code of everything in it is there. */
export async function readThrough(page: Page, within = 'body'): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(([section, waiting]) => {
          // What is folded comes once it is unfolded.
          const next = document.querySelector(`${section} ${waiting}:not(details:not([open]) *)`);
          next?.scrollIntoView({ behavior: 'instant' });
          return next?.textContent ?? null;
        }, [within, WAITING] as const),
      { intervals: [50], timeout: 60_000 },
    )
    .toBeNull();
}

/** The menu of what can be taken away of a part, open. */
export async function shareMenu(part: Locator): Promise<Locator> {
  const menu = part.getByRole('group', { name: 'Share', exact: true });
  if (await menu.isHidden()) await part.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(menu.getByRole('button', { name: 'SVG' })).toBeVisible();
  return menu;
}

/** What a button of that menu saves. */
export async function saved(page: Page, button: Locator): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await button.click();
  return readFileSync(await (await download).path());
}
