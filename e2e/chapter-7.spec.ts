import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console-guard';

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

async function open(page: Page): Promise<{ figure: Locator; verdict: Locator; first: Locator; second: Locator }> {
  await page.goto('./#verdict');
  const figure = page.locator('#verdict');
  await figure.scrollIntoViewIfNeeded();
  const verdict = figure.locator('[data-finding]');
  await expect(verdict).toHaveAttribute('data-finding', 'normal');
  return { figure, verdict, first: figure.getByRole('textbox', { name: 'One result, a' }), second: figure.getByRole('textbox', { name: 'The other, b' }) };
}

test('a pair of results is judged: a real layer’s, printouts, columns, files, and x and W; what can’t be read is said', async ({ page }) => {
  const { figure, verdict, first, second } = await open(page);
  await test.step('a guess about allclose is answered from the computation, by keyboard', async () => {
    const question = page.getByRole('group', { name: /Does torch\.allclose pass/ });
    await question.scrollIntoViewIfNeeded();
    await question.getByRole('button', { name: 'It passes' }).press('Enter');
    await expect(page.getByText(/^Not so: it fails\. 10 of 768 outputs are outside its limit/)).toBeVisible();
  });
  await test.step('a real layer: the difference is normal, allclose fails, the suggested tolerance passes', async () => {
    await expect(verdict).toContainText('711 of 768 numbers differ');
    const row = (name: RegExp) => figure.getByRole('row', { name });
    await expect(row(/^torch\.allclose/)).toContainText('fails at 10');
    await expect(row(/^torch\.testing\.assert_close/)).toContainText('passes');
    await expect(row(/^the tolerance below/)).toContainText('passes');
    await expect(figure.getByText(/^torch\.testing\.assert_close\(actual, expected, rtol=0\.0, atol=\d\.\de-05\)$/)).toBeVisible();
  });
  await test.step('what can’t be read is said with its place, and nothing is lost', async () => {
    const before = await verdict.innerText();
    await second.fill(printout('tensor, summarised'));
    await expect(figure.getByText(/This printout was shortened at character \d+/)).toBeVisible();
    await expect(figure.getByText(/last two results that could be compared/)).toBeVisible();
    expect(await verdict.innerText()).toBe(before);
    await figure.getByRole('button', { name: /^Go to character/ }).press('Enter');
    await expect(second).toBeFocused();
    await second.fill('<table><tr><td>1</td></tr></table>');
    await expect(figure.getByText(/looks like markup/)).toBeVisible();
    await second.fill('[1, 2]');
    await expect(figure.getByText(/768 numbers, the second 2|the second \(2\)/)).toBeVisible();
    expect(await verdict.innerText()).toBe(before);
  });
  await test.step('changing a and b over can change a verdict', async () => {
    await figure.getByRole('button', { name: 'see a pair where the verdict does' }).press('Enter');
    const cells = figure.getByRole('row', { name: /^torch\.allclose/ }).getByRole('cell');
    const before = await cells.allInnerTexts();
    expect(new Set(before).size).toBe(2);
    await figure.getByRole('button', { name: 'Swap them' }).click();
    await expect.poll(async () => (await cells.allInnerTexts()).join()).toBe([...before].reverse().join());
  });
  await test.step('two real printouts, and four decimals are too few', async () => {
    await first.fill(printout('tensor, four decimals, grad_fn'));
    await second.fill(printout('array, float32'));
    await expect(verdict).toHaveAttribute('data-finding', 'digits');
    await expect(verdict).toContainText('.tolist()');
    await expect(figure.getByText('8 numbers, float32, 4 decimals.')).toBeVisible();
    await first.fill(printout('tolist'));
    await second.fill(printout('nine decimals'));
    await expect(verdict).toContainText('all 8 numbers agree');
    await second.fill(printout('json').split(']')[0]!.replace('[[', '[') + ']');
    await expect(verdict).toHaveAttribute('data-finding', 'equal');
  });
  await test.step('a .npy file can be chosen, and one that is none changes nothing', async () => {
    await second.fill('');
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
  await test.step('two columns in one box, K by keyboard, and without K no verdict', async () => {
    await second.fill('');
    await first.fill('batch_1,batch_4\n0.5,0.50001\n0.25,0.25\n');
    await expect(verdict).toContainText('1 of 2 numbers differs');
    const products = figure.getByLabel('K, products in each sum');
    await products.fill('4');
    await page.keyboard.press('Enter');
    await expect(verdict).toHaveAttribute('data-finding', 'beyond');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(verdict).toHaveAttribute('data-finding', 'no-products');
    await expect(verdict).toContainText(/From about K = \d+/);
  });
  await test.step('x and W pasted give K and the exact scale', async () => {
    await first.fill('[2.0000002, -4]');
    await second.fill('[2, -4]');
    await figure.getByText('x and W, for the exact scale').click();
    await figure.getByRole('textbox', { name: /^x, K numbers/ }).fill('[1, -2, 3]');
    await figure.getByRole('textbox', { name: /^W, N rows/ }).fill('[[1, 1, 1], [2, 0, -2]]');
    await expect(figure.getByText('K = 3, from x')).toBeVisible();
    await expect(figure.getByText(/Σ\|x·w\| from x and W, up to 8/)).toBeVisible();
    await expect(verdict).toHaveAttribute('data-finding', 'normal');
    await figure.getByRole('textbox', { name: /^x, K numbers/ }).fill('[1, -2]');
    await expect(figure.getByText(/make 3 outputs; 2 were given/)).toBeVisible();
  });
});
