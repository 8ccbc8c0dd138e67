import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';
import { openPart } from './parts';

const three = (page: Page): Promise<Locator> => openPart(page, 'sum-of-three');
const stepper = (page: Page): Promise<Locator> => openPart(page, 'stepper');

test('1e8, −1e8 and 1 have two sums; a phrase, the lines, typing and presets change them', async ({ page }) => {
  const sums = await three(page);
  await expect(sums.getByText('The two ways differ.')).toBeVisible();
  await expect(sums.getByRole('region', { name: '(a + b) + c' })).toContainText('= 1');
  await expect(sums.getByRole('region', { name: 'a + (b + c)' })).toContainText('= 0');
  await test.step('a phrase sets the three numbers, and pressed again puts them back', async () => {
    const phrase = page.getByRole('button', { name: '0.1, 0.3 and 0.4', exact: true });
    await phrase.focus();
    await page.keyboard.press('Enter');
    await expect(phrase).toHaveAttribute('aria-pressed', 'true');
    await expect(sums.getByRole('textbox', { name: 'a', exact: true })).toHaveValue('0.1');
    await page.keyboard.press('Enter');
    await expect(sums.getByRole('textbox', { name: 'a', exact: true })).toHaveValue('100000000');
  });
  await test.step('a number is moved along its line by keyboard and by mouse, tick by tick', async () => {
    const a = sums.getByRole('textbox', { name: 'a', exact: true });
    const thumb = sums.getByRole('slider', { name: 'a on the line' });
    await thumb.focus();
    await page.keyboard.press('ArrowRight');
    await expect(a).toHaveValue('100000008');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(a).toHaveValue('99999992');
    const box = (await thumb.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 150, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    const moved = Number(await a.inputValue());
    expect(moved).toBeGreaterThan(99999992);
    expect(Math.fround(moved)).toBe(moved);
  });
  await test.step('typing, stepping and presets', async () => {
    await sums.getByText('More', { exact: true }).click();
    await sums.getByRole('radio', { name: '0.1, 0.2, 0.3' }).check();
    await expect(sums.getByText('Both ways give the same bits.')).toBeVisible();
    await sums.getByRole('radio', { name: 'thread’s layer' }).check();
    await expect(sums.getByLabel('The first minus the second')).toContainText('−1');

    const a = sums.getByRole('textbox', { name: 'a', exact: true });
    await a.fill('1');
    await a.press('Enter');
    await a.press('ArrowUp');
    await expect(a).toHaveValue('1.0000001');
    await sums.getByRole('button', { name: 'a: one ulp down' }).click();
    await expect(a).toHaveValue('1');
    await a.fill('one');
    await a.press('Enter');
    await expect(sums.getByText('“one” is not a number')).toBeVisible();
    await expect(a).toHaveValue('1');
  });
  await test.step('overflow, infinities and nan are said in words', async () => {
    const type = async (name: string, text: string): Promise<void> => {
      await sums.getByRole('textbox', { name, exact: true }).fill(text);
      await page.keyboard.press('Enter');
    };
    await type('a', '3e38');
    await type('b', '3e38');
    await type('c', '-3e38');
    await expect(sums.getByText(/overflows to inf/)).toBeVisible();
    await expect(sums.getByText(/stays inf/)).toBeVisible();
    await type('a', 'inf');
    await type('b', '-inf');
    await expect(sums.getByText(/has no value/).first()).toBeVisible();
    await type('a', '1e-40');
    await type('b', '2e-40');
    await expect(sums.getByText(/subnormal/).first()).toBeVisible();
  });
  await test.step('both chapters ask before they tell', async () => {
    const tenths = page.getByRole('group', { name: /^Is \(0\.1/ });
    const answer = page.getByText(/In float32 they are 0\.6 and 0\.6/);
    await tenths.getByRole('button', { name: 'just show me' }).focus();
    const place = await answer.boundingBox();
    await page.keyboard.press('Enter');
    // The answer has its place before it is there, and what showed it keeps the focus.
    expect(await answer.boundingBox()).toEqual(place);
    await expect(tenths.getByRole('button', { name: 'ask me again' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(answer).toBeHidden();
    await tenths.getByRole('button', { name: 'They differ' }).click();
    await expect(answer).toContainText('0.6000000000000001');
    await page.getByRole('heading', { name: 'Why a library changes the order' }).scrollIntoViewIfNeeded();
    const nearer = page.getByRole('group', { name: /comes nearer to the exact sum/ });
    await nearer.getByRole('button', { name: 'just show me' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Over the seeds 1 to 500/)).toBeVisible();
  });
});

test('a sum is stepped through and played by keyboard, in any order that is chosen or written', async ({ page }) => {
  await page.clock.install({ time: 0 });
  const sum = await stepper(page);
  await test.step('step by step', async () => {
    await sum.getByRole('slider', { name: 'Step', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(sum.getByText('step 2 of 15', { exact: true })).toBeVisible();
    await expect(sum.getByRole('paragraph').filter({ hasText: /^Step 2 of 15: the sum of 0, 1 \+ product 2/ }).first()).toBeVisible();
    await page.keyboard.press('End');
    await expect(sum.getByText('step 15 of 15', { exact: true })).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(sum.getByText('step 14 of 15', { exact: true })).toBeVisible();
    await page.keyboard.press('Home');
    await expect(sum.getByText('step 1 of 15', { exact: true })).toBeVisible();
  });
  await test.step('with reduced motion it does not play, and every step is there', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(sum.getByRole('button', { name: 'Play' })).toHaveCount(0);
    await expect(sum.getByText('step 1 of 15', { exact: true })).toBeVisible();
    await sum.getByRole('button', { name: 'Step forward' }).click();
    await expect(sum.getByText('step 2 of 15', { exact: true })).toBeVisible();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });
  await test.step('any order; what can’t be read is marked', async () => {
    await sum.getByText('More', { exact: true }).click();
    await sum.getByRole('combobox', { name: 'Order' }).selectOption('pairwise');
    await expect(sum.getByText(/= 9 · 2⁻²⁴/)).toBeVisible();
    await sum.getByRole('radio', { name: 'fused' }).check();
    await sum.getByRole('checkbox', { name: 'Kahan’s correction beside it' }).check();
    await expect(sum.getByText('with Kahan’s correction')).toBeVisible();
    await sum.getByRole('combobox', { name: 'Order' }).selectOption('notation');
    const written = sum.getByRole('textbox', { name: 'The order, in the notation' });
    await written.fill('0..15 + 3');
    await expect(sum.getByText('Product 3 is named twice.')).toBeVisible();
    await written.fill('15..0');
    await sum.getByRole('slider', { name: 'Step', exact: true }).press('Home');
    await expect(sum.getByRole('paragraph').filter({ hasText: /^Step 1 of 15: product 15 \+ product 14/ }).first()).toBeVisible();
    await sum.getByText('All 15 steps as a table').click();
    await expect(sum.getByRole('table').getByRole('row')).toHaveCount(16);
  });
  await test.step('it plays, and pauses', async () => {
    const slider = sum.getByRole('slider', { name: 'Step', exact: true });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(sum.getByText('step 1 of 15', { exact: true })).toBeVisible();
    await page.clock.pauseAt(60_000);
    await slider.evaluate((element) => {
      const told = Object.assign(window, { told: 0 });
      const watch = new MutationObserver((changes) => (told.told += changes.length));
      for (const status of element.closest('[data-part]')!.querySelectorAll('[role=status], [aria-live]')) watch.observe(status, { subtree: true, childList: true, characterData: true });
    });
    await page.keyboard.press(' ');
    await expect(sum.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(async () => {
      await page.clock.runFor(100);
      await expect(sum.getByText('step 3 of 15', { exact: true })).toBeVisible({ timeout: 100 });
    }).toPass({ intervals: [20] });
    await page.keyboard.press(' ');
    await expect(sum.getByRole('button', { name: 'Play' })).toBeVisible();
    // It falls silent when it begins, and tells the step that it pauses at; nothing in between.
    expect(await page.evaluate(() => (window as unknown as { told: number }).told)).toBeLessThanOrEqual(2);
    await page.clock.runFor(3000);
    await expect(sum.getByText('step 3 of 15', { exact: true })).toBeVisible();
  });
});
