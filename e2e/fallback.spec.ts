import { expect, test } from './console-guard';
import { openPart, partAt, unfold } from './parts';

test('the Lab says which engine computed; the other has the same bits, by keyboard, in link and map', async ({ page }) => {
  const lab = await openPart(page, 'lab', 'v=2&from=pattern&k=300&n=200');
  await unfold(lab, 'Computed by');
  const note = lab.getByRole('status').filter({ hasText: /^In (less than )?[\d.,]+ ms\./ });
  // The other engine has not computed it yet: nothing is said of its bits.
  await expect(note).toHaveText(/^In (less than )?[\d.,]+ ms\.$/);
  const finding = await lab.getByTestId('finding').textContent();
  const choice = lab.getByRole('group', { name: 'Computed by' });
  await choice.getByRole('radio', { name: 'WebAssembly SIMD' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio', { name: 'Math.fround' })).toBeChecked();
  await expect(note).toContainText('Both engines give the same bits: 1,200 of 1,200 outputs.');
  await expect(lab.getByTestId('finding')).toHaveText(finding!);
  await expect(page).toHaveURL(/engine=fround/);
  await lab.getByRole('radio', { name: 'All rows of one batch' }).check();
  await expect(note).toHaveText(/^In (less than )?[\d.,]+ ms\.$/);
  await choice.getByRole('radio', { name: 'WebAssembly SIMD' }).check();
  await expect(note).toContainText('Both engines give the same bits: 51,200 of 51,200 outputs.');
  await page.goto('./?v=2&from=pattern&k=300&n=200&format=float64#lab');
  await unfold(lab, 'Computed by');
  await expect(note).toContainText('Float64 runs in JavaScript, whichever engine is chosen.');
});

test('without WebAssembly the page computes by Math.fround and says why', async ({ page }) => {
  // As a Content-Security-Policy does that forbids it, and as a browser that has none.
  await page.route(/experiment\.worker-.*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `WebAssembly.Module = function () { throw new EvalError('Refused by this page’s policy'); };\n${await answer.text()}` });
  });
  const lab = await openPart(page, 'lab', 'v=2&from=pattern&k=64&n=64');
  await lab.getByRole('heading', { name: 'Computed by' }).click();
  await expect(lab.getByRole('status').filter({ hasText: /^In / })).toContainText('WebAssembly SIMD can’t be had here: Refused by this page’s policy.');
  await expect(lab.getByRole('radio', { name: 'the fastest here: Math.fround' })).toBeChecked();
  await expect((await partAt(page, 'thread')).getByText('5 of 5')).toBeVisible();
});
