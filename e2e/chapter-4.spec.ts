import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';

function walks(page: Page): Locator {
  return page.getByRole('figure', { name: 'How two kernels walk' });
}

function map(page: Page): Locator {
  return page.getByRole('figure', { name: 'Which library switches where' });
}

/** Products that a walk's grid shows in each partial sum. */
async function filled(side: Locator): Promise<number[]> {
  return (await side.locator('[data-sum]').all()).reduce<Promise<number[]>>(async (list, path) => [...(await list), Number(await path.getAttribute('data-count'))], Promise.resolve([]));
}

async function goTo(page: Page, steps: number): Promise<void> {
  const field = walks(page).getByLabel(/, typed$/);
  await field.fill(String(steps));
  await field.press('Enter');
}

test('walks are those of the recorded orders, stepped, scrubbed and played by keyboard, of any library', async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.goto('./#walks');
  await test.step('four lanes beside four blocks of 192', async () => {
    const [one, four] = [walks(page).getByRole('region', { name: 'Walk at batch 1, left' }), walks(page).getByRole('region', { name: 'Walk at batch 4, right' })];
    await expect(one.getByRole('note')).toHaveText('0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b');
    await expect(four.getByRole('note')).toHaveText('*0..191 + b + (*192..383) + (*384..575) + (*576..767)');
    expect(await filled(one)).toEqual([195, 191, 191, 191]);
    expect(await filled(four)).toEqual([192, 192, 192, 192]);
    await goTo(page, 5);
    expect(await filled(one)).toEqual([5, 1, 1, 1]);
    expect(await filled(four)).toEqual([5, 0, 0, 0]);
    await expect(one.getByRole('status')).toHaveText('4 products at once: 4 → s0, 5 → s2, 6 → s1, 7 → s3.');
    await expect(four.getByRole('status')).toHaveText('Product 4 → s0.');
  });
  await test.step('stepped, scrubbed and sent to the next join by keyboard', async () => {
    await goTo(page, 0);
    const status = walks(page).getByRole('region', { name: /left/ }).getByRole('status');
    await expect(status).toHaveText('Nothing added yet.');
    const slider = walks(page).getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(status).toHaveText('Product 0 → s0.');
    await walks(page).getByRole('button', { name: 'Next join' }).focus();
    await page.keyboard.press('Enter');
    await expect(status).toHaveText('s1 is added to s0.');
    await walks(page).getByRole('button', { name: 'Step back' }).focus();
    await page.keyboard.press('Enter');
    await expect(status).toHaveText(/764 → s0, 765 → s2, 766 → s1, 767 → s3/);
  });
  await test.step('with reduced motion nothing plays, and every step is there', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(walks(page).getByRole('button', { name: 'First step' })).toBeVisible();
    await expect(walks(page).getByRole('button', { name: 'Play' })).toHaveCount(0);
    await walks(page).getByRole('button', { name: 'First step' }).click();
    await walks(page).getByRole('button', { name: 'Step forward' }).click();
    await expect(walks(page).getByRole('region', { name: /left/ }).getByRole('status')).toHaveText('Product 0 → s0.');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });
  await test.step('another library, another K, and a phrase of the text that can be taken back', async () => {
    await walks(page).getByLabel('Library').selectOption({ label: 'Intel MKL 2020.4 (sgemm, AVX2)' });
    await expect(walks(page).getByText(/8 partial sums side by side, 16 products per step/)).toBeVisible();
    await walks(page).getByRole('radio', { name: '64, modelled' }).check();
    await expect(walks(page).getByText(/modelled after the recording at 768, not recorded/)).toBeVisible();
    const phrase = page.getByRole('button', { name: /NumPy’s eight lanes/ });
    await phrase.focus();
    await page.keyboard.press('Enter');
    await expect(walks(page).getByRole('region', { name: 'Walk at batch 128, right' }).getByText('64 of the 768 outputs of row 0 have this order.')).toBeVisible();
    await walks(page).getByRole('radio', { name: /^704 outputs/ }).check();
    await expect(walks(page).getByText('704 of the 768 outputs of row 0 have this order.')).toBeVisible();
    await phrase.click();
    await expect(walks(page).getByText(/modelled after the recording at 768/)).toBeVisible();
  });
  await test.step('a walk plays, and pauses, by keyboard', async () => {
    await goTo(page, 0);
    const slider = walks(page).getByRole('slider');
    await page.clock.pauseAt(60_000);
    await walks(page).getByRole('button', { name: 'Play' }).press('Enter');
    await expect(walks(page).getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.clock.runFor(1000);
    await expect(slider).not.toHaveValue('0');
    await walks(page).getByRole('button', { name: 'Pause' }).press('Enter');
    await expect(walks(page).getByRole('button', { name: 'Pause' })).toHaveCount(0);
    const stopped = await slider.inputValue();
    await page.clock.runFor(1000);
    await expect(slider).toHaveValue(stopped);
  });
});

test('the map says who switches where, by mouse and by keyboard, layer by layer, after the reader has predicted it', async ({ page }) => {
  await page.goto('./#kernel-map');
  await test.step('the reader predicts which batch is added up like batch 1, and the recording answers', async () => {
    const question = page.getByRole('group', { name: /which batch size is added up in the same order as batch 1/ });
    await question.getByRole('button', { name: 'Batch 2' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Not so: none of these/)).toBeVisible();
    await expect(page.getByText(/1 has an order to itself; 2 and 3 share one; 4, 8 and 128 share one/)).toBeVisible();
  });
  await test.step('by mouse and by keyboard', async () => {
    const grid = map(page).getByRole('grid');
    const today = grid.getByRole('row', { name: /PyTorch 2.13.*768|PyTorch 2.13.0\+cpu/ }).first();
    await expect(today).toContainText('changes between 1 and 2 and between 3 and 4');
    await today.getByRole('gridcell', { name: /^batch 4:/ }).hover();
    const readout = map(page).getByRole('status');
    await expect(readout).toContainText('*0..191 + b + (*192..383) + (*384..575) + (*576..767)');
    await today.getByRole('gridcell', { name: /^batch 4:/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(readout).toContainText('batch 3');
    await page.keyboard.press('Home');
    await expect(readout).toContainText('0..4 + 8..764:4');
    // Two rows up: past the recording of the same PyTorch on a processor with AVX-512.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await expect(readout).toContainText(/8 % of the outputs: 0–7, 184–199/);
    await expect(readout).toContainText(/92 % of the outputs/);
    await readout.getByRole('button', { name: 'Watch it being added up' }).click();
    await expect(walks(page).getByRole('region', { name: 'Walk at batch 128, right' })).toBeVisible();
  });
  await test.step('it is a table as well, and every order is listed with who uses it', async () => {
    await map(page).getByText('The map as a table').click();
    await expect(map(page).getByRole('table')).toContainText('PyTorch 2.13.0+cpu');
    await map(page).getByText(/^All \d+ orders/).click();
    await expect(map(page).getByText(/Apart from the bias, the same as/).first()).toBeVisible();
  });
  await test.step('each layer has a map of its own, with the libraries that keep one order at the end', async () => {
    const rows = map(page).getByRole('grid').getByRole('row');
    await expect(rows.last()).toContainText('one order from 1 to 128');
    await map(page).getByRole('radio', { name: '4 → 8' }).check();
    await expect(map(page).getByRole('radio', { name: '4 → 8' })).toBeFocused();
    await expect(map(page).getByText(/ keep one order throughout: .*TensorFlow\.js/)).toBeVisible();
    await expect(rows.last()).toContainText('one order from 1 to 16');
    await rows.filter({ hasText: 'weights as input' }).getByRole('gridcell', { name: /^batch 1:/ }).hover();
    await expect(map(page).getByRole('status')).toContainText('b + 0..3');
  });
});
