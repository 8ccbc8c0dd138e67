import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { galleryRecording } from '../src/experiments/gallery-recording.fixture';
import { expect, test } from './console-guard';
import { openPart } from './parts';

const FIXTURE = JSON.parse(readFileSync(new URL('../src/pasted/fixtures/printouts.json', import.meta.url), 'utf8')) as {
  printouts: { name: string; text: string }[];
  npy: { name: string; base64: string }[];
};

function printout(name: string): string {
  return FIXTURE.printouts.find((printed) => printed.name === name)!.text;
}

function npyFile(name: string) {
  return { name: 'result.npy', mimeType: 'application/octet-stream', buffer: Buffer.from(FIXTURE.npy.find((file) => file.name === name)!.base64, 'base64') };
}

/** What PyTorch 2.13 gave for row 0 of the thread’s 4 → 8 layer, alone and in a call of 16: recorded. */
const THREAD_OUTPUTS = (() => {
  const { outputs } = galleryRecording('pytorch-2.13-mkl-4x8');
  const at = (batch: number): number[] => [...outputs.find((output) => output.batch === batch && output.row === 0)!.values];
  return { alone: at(1), beside: at(16) };
})();

/** K, typed by keyboard; nothing where it is not known. */
async function giveK(page: Page, figure: Locator, products: number | ''): Promise<void> {
  await figure.getByLabel('K, products in each sum').fill(String(products));
  await page.keyboard.press('Enter');
}

/** Pastes as they stand, K where it is known, and the finding that is right. */
const PASTES: readonly { readonly what: string; readonly text: string; readonly products?: number; readonly finding: string }[] = [
  { what: 'the message of assert_close', text: 'AssertionError: Tensor-likes are not close!\n\nMismatched elements: 3 / 8 (37.5%)\nGreatest absolute difference: 1.1920928955078125e-07 at index (4,) (up to 1e-08 allowed)\nGreatest relative difference: 2.1e-07 at index (1,) (up to 1e-08 allowed)', products: 768, finding: 'normal' },
  { what: 'the same without K', text: 'Tensor-likes are not close!\n\nGreatest absolute difference: 0.25 at index (4,) (up to 1e-08 allowed)\nGreatest relative difference: 0.5 at index (1,) (up to 1e-08 allowed)', finding: 'no-products' },
  { what: 'a failing assert_allclose of NumPy', text: 'AssertionError: \nNot equal to tolerance rtol=1e-07, atol=0\n\nMismatched elements: 1 / 2 (50%)\n x: array([1., 2.], dtype=float32)\n y: array([1., 3.], dtype=float32)', products: 2, finding: 'between' },
  { what: 'a session with two results', text: '>>> y1\ntensor([0.5000, 0.2500])\n>>> y2\ntensor([0.5000, 0.2500])', products: 8, finding: 'digits' },
  { what: 'equal lists in a fence', text: '```\na = [0.123456789012, 0.5]\nb = [0.123456789012, 0.5]\n```', finding: 'equal' },
  { what: 'zeros of both signs', text: 'a = [0.0, 1.5]\nb = [-0.0, 1.5]', finding: 'zeros' },
  { what: 'a NaN on one side', text: 'a = [nan, 1.5]\nb = [0.25, 1.5]', products: 4, finding: 'nonfinite' },
  { what: 'a difference alone', text: '>>> y1 - y2\ntensor([0.0000e+00, 2.3842e-07, 0.0000e+00])', products: 768, finding: 'no-scale' },
  { what: 'no numbers', text: 'my outputs differ, please help', finding: 'none' },
  { what: 'one result alone', text: 'tensor([0.1234, 0.5678])', finding: 'none' },
];
test('a pair of results is judged: a real layer’s, printouts, columns, files, what is pasted as it stands, and whose digits it has is told from x, W and b; what can’t be read is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await openPart(page, 'verdict');
  const verdict = figure.locator('[data-finding]');
  const [first, second] = [figure.getByRole('textbox', { name: 'One result, a' }), figure.getByRole('textbox', { name: 'The other, b' })];
  await test.step('it begins with a real layer: both results are named to the bit, the difference is normal, allclose fails, the suggested tolerance passes', async () => {
    await expect(verdict).toContainText('The first result is what PyTorch 2.13.0+cpu with Intel MKL 2024.2-Product gives for one row, all 768 numbers to the bit; the second is what it gives for every recorded number of rows from 4 on.', { timeout: 60_000 });
    await expect(verdict).toHaveAttribute('data-finding', 'explained');
    await expect(verdict).toContainText('711 of 768 numbers differ');
    await figure.getByText('More', { exact: true }).click();
    const row = (name: RegExp) => figure.getByRole('row', { name });
    await expect(row(/^torch\.allclose/)).toContainText('fails at 10');
    await expect(row(/^torch\.testing\.assert_close/)).toContainText('passes');
    await expect(row(/^the tolerance suggested/)).toContainText('passes');
    // The default passes, and stays.
    await expect(figure.getByText('torch.testing.assert_close(actual, expected)', { exact: true })).toBeVisible();
    await expect(figure.getByText(/The default of assert_close passes: keep it\. What fits these sums is atol = 7\.4·10⁻⁶\./)).toBeVisible();
  });
  await test.step('a guess about allclose is answered from the computation, by keyboard', async () => {
    // It stands below the figure, and comes when one is near.
    await page.getByText(/asks for.*suits a single multiplication/).scrollIntoViewIfNeeded();
    const question = page.getByRole('group', { name: /Does torch\.allclose pass/ });
    await question.scrollIntoViewIfNeeded();
    await question.getByRole('button', { name: 'It passes' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Not so: it fails.' })).toContainText('10 of 768 outputs are outside its limit');
  });
  await test.step('changing a and b over can change a verdict', async () => {
    await figure.getByRole('button', { name: 'see a pair where the verdict does' }).press('Enter');
    const cells = figure.getByRole('row', { name: /^torch\.allclose/ }).getByRole('cell');
    const before = await cells.allInnerTexts();
    expect(new Set(before).size).toBe(2);
    await figure.getByRole('button', { name: 'Swap them' }).click();
    await expect.poll(async () => (await cells.allInnerTexts()).join()).toBe([...before].reverse().join());
  });
  await test.step('two real printouts are judged, and four decimals are too few', async () => {
    await second.fill('');
    await giveK(page, figure, '');
    await first.fill(printout('tensor, four decimals, grad_fn'));
    await second.fill(printout('array, float32'));
    await expect(verdict).toHaveAttribute('data-finding', 'no-products');
    await giveK(page, figure, 768);
    await expect(verdict).toHaveAttribute('data-finding', 'digits');
    await expect(verdict).toContainText('.tolist()');
    await expect(figure.getByText('8 numbers, float32, to 4 decimals, from line 1.')).toBeVisible();
    await first.fill(printout('tolist'));
    await second.fill(printout('nine decimals'));
    await expect(verdict).toContainText('all 8 numbers agree');
    await second.fill(printout('json').split(']')[0]!.replace('[[', '[') + ']');
    await expect(verdict).toHaveAttribute('data-finding', 'equal');
  });
  await test.step('what can’t be read is said with its place, shows no verdict, and is not lost', async () => {
    await first.fill('[1, 2, 3]');
    await second.fill('tensor([0.1, x])');
    await expect(verdict).toHaveAttribute('data-finding', 'none');
    await expect(verdict).not.toContainText('Normal');
    await figure.getByRole('button', { name: /^Go to character/ }).press('Enter');
    await expect(second).toBeFocused();
    await second.fill('<table><tr><td>1</td></tr></table>');
    await expect(figure.getByText(/looks like markup/)).toBeVisible();
    await second.fill('[1, 2]');
    await expect(verdict).toHaveAttribute('data-finding', 'none');
    await expect(first).toHaveValue('[1, 2, 3]');
    await second.fill('[1, 2, 3]');
    await expect(verdict).toHaveAttribute('data-finding', 'equal');
  });
  await test.step('two columns in one box, K by keyboard, and without K no verdict', async () => {
    await second.fill('');
    await giveK(page, figure, '');
    await first.fill('batch_1,batch_4\n0.5,0.50001\n0.25,0.25\n');
    await expect(verdict).toContainText('1 of 2 numbers differs');
    await expect(verdict).toHaveAttribute('data-finding', 'no-products');
    await expect(verdict).toContainText(/From about K = \d+/);
    await giveK(page, figure, 4);
    // Two outputs are too few to tell how large the sums were.
    await expect(verdict).toHaveAttribute('data-finding', 'no-scale');
    await figure.getByLabel('K, products in each sum').fill('');
    await page.keyboard.press('Enter');
    await expect(verdict).toHaveAttribute('data-finding', 'no-products');
  });
  await test.step('a .npy file can be chosen, and one that is none changes nothing', async () => {
    const chooser = figure.locator('input[type=file]').first();
    await chooser.setInputFiles(npyFile('<f4'));
    await expect(figure.getByText('8 numbers, float32.', { exact: true })).toBeVisible();
    await second.fill(printout('tolist'));
    await expect(verdict).toHaveAttribute('data-finding', 'equal');
    await chooser.setInputFiles(npyFile('Fortran order'));
    await expect(figure.getByText(/Fortran order; write it with/)).toBeVisible();
    await chooser.evaluate((input: HTMLInputElement) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(35 * 2 ** 20)], 'big.npy'));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect(figure.getByText('big.npy has 35 MB; at most 34 MB are read.')).toBeVisible();
    await expect(verdict).toHaveAttribute('data-finding', 'equal');
    await figure.getByRole('button', { name: 'Remove result.npy' }).press('Enter');
    await expect(figure.getByRole('textbox', { name: 'One result, a' })).toHaveValue('');
  });
  await test.step('the verdict can be copied as a reply, by keyboard', async () => {
    await first.fill('[0.5, 0.25]');
    await second.fill('[0.5, 0.25000003]');
    await giveK(page, figure, 64);
    await figure.getByRole('button', { name: /^Copy as reply/ }).press('Enter');
    await expect(figure.getByText('Copied', { exact: true })).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('- Judged by the outputs alone: K = 64, float32.');
    expect(text).toContain('](' + page.url().replace(/[?#].*$/, ''));
    expect(text).toMatch(/The link holds the numbers\.\n$/);
  });
  await second.fill('');
  for (const { what, text, products, finding } of PASTES)
    await test.step(`pasted as it stands, ${what}: ${finding}`, async () => {
      await figure.getByLabel('K, products in each sum').fill('');
      await first.fill(text);
      if (products !== undefined) await giveK(page, figure, products);
      await expect(verdict).toHaveAttribute('data-finding', finding);
      await expect(verdict).toHaveCount(1);
    });
  await test.step('a paste with three results asks which two', async () => {
    await first.fill('>>> y1\ntensor([0.5, 0.25])\n>>> y2\ntensor([0.5, 0.5])\n>>> y3\ntensor([0.5, 0.25])\n');
    await expect(verdict).toHaveAttribute('data-finding', 'none');
    await expect(verdict).toContainText('Choose which two to compare.');
    const choice = figure.getByRole('group', { name: 'Which two?' });
    await expect(choice.getByRole('button')).toHaveCount(3);
    await choice.getByRole('button', { name: '“y2” (line 4) against “y3” (line 6)' }).press('Enter');
    await expect(first).toBeFocused();
    await expect(first).toHaveValue('>>> y2\ntensor([0.5, 0.5])');
    await expect(second).toHaveValue('>>> y3\ntensor([0.5, 0.25])');
    await expect(choice).toHaveCount(0);
    await expect(verdict).toHaveAttribute('data-finding', 'no-products');
  });
  await test.step('x, W and b of the thread’s layer say whose digits the thread’s are', async () => {
    const { alone, beside } = THREAD_OUTPUTS;
    await second.fill('');
    await first.fill(`[${alone.join(', ')}]\n[${beside.join(', ')}]`);
    await figure.getByText('x, W and b, for what orders do').click();
    await figure.getByRole('button', { name: '4 → 8' }).press('Enter');
    await expect(figure.getByText('K = 4, from x')).toBeVisible();
    await expect(verdict).toHaveAttribute('data-finding', 'explained');
    await expect(verdict).toContainText(/The first result is what PyTorch 2\.13\.0\+cpu with Intel MKL 2024\.2-Product gives for one row, all 8 numbers to the bit/);
  });
  await test.step('x and W pasted give K and the exact scale', async () => {
    await first.fill('[2.0000002, -4]');
    await second.fill('[2, -4]');
    for (const held of ['x', 'W', 'b']) await figure.getByRole('button', { name: `Remove the thread’s 4 → 8 layer’s ${held}` }).press('Enter');
    await figure.getByRole('textbox', { name: /^x, K numbers/ }).fill('[1, -2, 3]');
    await figure.getByRole('textbox', { name: /^W, N rows/ }).fill('[[1, 1, 1], [2, 0, -2]]');
    await expect(figure.getByText('K = 3, from x')).toBeVisible();
    await expect(figure.getByText(/Σ\|x·w\| from x and W, up to 8/)).toBeVisible();
    // On these whole numbers no order rounds anything.
    await expect(verdict).toHaveAttribute('data-finding', 'beyond');
    await figure.getByRole('textbox', { name: /^x, K numbers/ }).fill('[1, -2]');
    await expect(figure.getByText(/make 3 outputs; 2 were given/)).toBeVisible();
  });
});
