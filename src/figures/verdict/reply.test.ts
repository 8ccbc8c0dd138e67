import { describe, expect, it } from 'vitest';
import type { ExplainMatch } from '../../experiments/explain';
import type { Explanation } from '../../experiments/explained';
import { withExplanation } from '../../experiments/explained';
import { judgeFigures } from '../../experiments/judge-figures';
import { suggestTolerance } from '../../experiments/suggest-tolerance';
import { pythonRepr } from '../../lib/python-repr';
import { runThrough } from '../../lib/run-through';
import { makeLayer } from '../../linear/make-layer';
import { prepareLayer, runPlan } from '../../linear/run-plan';
import { roundLayer } from '../../linear/round-layer';
import { wholePlan } from '../../linear/sum-method';
import { ADDERS } from '../../numerics/adders';
import { dotInGroups } from '../../numerics/multi-term-add';
import type { FamilySpec } from '../../orders/families';
import { makeFamily } from '../../orders/families';
import { NOTHING_PASTED } from '../../store/pasted';
import { comparisonOf, heldBox } from './boxes';
import type { ExampleName } from './examples';
import { detailsText } from './explained-details';
import { explainedText } from './explained-text';
import type { Judged } from './judged';
import { judgedOf, pairedOf } from './judged';
import type { ReplyParts } from './reply';
import { figuresReplyText, replyText } from './reply';
import { toleranceNames } from './tolerance-origin';

type Given = Pick<ReplyParts, 'judged'> & Partial<ReplyParts>;

function reply({ judged, kind = 'likely', explanation = null, link = { address: 'https://page.example/#verdict', holds: 'all' } }: Given): string {
  return replyText({ judged, kind, explanation, link, suggested: suggestTolerance(kind, judged.pair, judged.judgement, judged.products) });
}

function ofExample(example: ExampleName): Judged {
  const { shown } = comparisonOf({ example, first: '', second: '' }, NOTHING_PASTED);
  return runThrough(judgedOf(pairedOf(shown!, 'printed'), 768, []));
}

function ofTexts(first: string, second: string, products: number, beside = NOTHING_PASTED): Judged {
  const { shown } = comparisonOf({ example: 'none', first, second }, beside);
  return runThrough(judgedOf(pairedOf(shown!, 'printed'), products, []));
}

function boxOf(values: Float32Array, shape: number[]) {
  return heldBox('file', [{ values: Float64Array.from(values), shape, dtype: 'float32', digits: { kind: 'exact' } }]);
}

/** A layer without a bias, added up one by one and in another way. */
function ofLayer(other: FamilySpec, spoil = 0): Judged {
  const [K, N] = [64, 32];
  const layer = makeLayer({ kind: 'uniform', seed: 5 }, { inFeatures: K, outFeatures: N, rows: 1, bias: false });
  const results = [{ name: 'sequential' } as const, other].map((family) => {
    const out = new Float32Array(N);
    runPlan(wholePlan({ kind: 'order', order: makeFamily(family, K, { fused: false, bias: 'none' }) }, N), prepareLayer(layer, 'float32'), 0, out);
    return out;
  });
  const [first, second] = results.map((out) => `[${Array.from(out, (value, i) => pythonRepr(i === 3 && out === results[0] ? value + spoil : value)).join(', ')}]`);
  return ofTexts(first!, second!, 0, { x: boxOf(layer.x, [K]), weight: boxOf(layer.weight, [N, K]) });
}

/** Positive bfloat16 numbers, added up by the tensor cores of two GPUs. */
function ofTwoGpus(isLayerKnown: boolean): Judged {
  const [K, N] = [2048, 32];
  const { x, weight } = roundLayer(makeLayer({ kind: 'positive', seed: 72 }, { inFeatures: K, outFeatures: N, rows: 1, bias: false }), 'bfloat16');
  const text = (adder: 'a100' | 'h100'): string => `[${Array.from({ length: N }, (_, j) => pythonRepr(dotInGroups(ADDERS[adder], 'bfloat16', x, weight.slice(j * K, (j + 1) * K), 0))).join(', ')}]`;
  return ofTexts(text('a100'), text('h100'), K, isLayerKnown ? { ...NOTHING_PASTED, x: boxOf(x, [K]), weight: boxOf(weight, [N, K]) } : NOTHING_PASTED);
}

function recorded(batches: readonly number[], name = 'PyTorch', row = 0, fit: 'whole' | 'modelled' = 'whole'): ExplainMatch {
  const library = { name, version: '2.13.0', backend: 'MKL 2024.2' } as const;
  return { source: { kind: 'recording', name: 'pytorch', library, batches, recorded: [1, 2, 4, 8, 16], row, fit }, orders: [], equal: [], firstDiffering: [], tested: 768 };
}

function explained(judged: Judged, by: Explanation['by']): Pick<ReplyParts, 'judged' | 'explanation'> {
  const explanation = { by, nearest: [null, null], summary: { run: 40, outputs: judged.pair.actual.length, telling: 20 } };
  return { judged: { ...judged, judgement: withExplanation(judged.judgement, explanation) }, explanation };
}

describe('what is copied as a reply', () => {
  it('normal, by x and W; the bias is not there, so nothing is said of the exact sums', () => {
    expect(reply({ judged: ofExample('batches') })).toMatchInlineSnapshot(`
      "**Normal: the order of addition alone makes differences of this size.**

      - 711 of 768 numbers differ; the largest difference is 4.2·10⁻⁷ at index 14 and, in steps of float32, 1,880 ulp at index 25.
      - By the rounding errors of a few orders of these numbers, two orders of adding 768 products usually stay below 8.9·10⁻⁷ at index 731, where the difference (2.6·10⁻⁷) comes nearest to that. A change of batch size, thread count or library is enough to explain it.
      - Judged by x, W and b: K = 768, float32.

      Neither result is more accurate: against the exact sums the second is nearer at 367 of 768 outputs, the first at 344; the median errors are 7.4·10⁻⁹ and 6.7·10⁻⁹ of Σ|x·w|.

      | computed on these x and W | × what two orders usually differ by |
      | --- | ---: |
      | adding one by one | 0.41 |
      | adding pairwise | 0.35 |
      | **this difference** | **0.29** |
      | what no order can exceed | 720 |

      \`\`\`python
      torch.testing.assert_close(actual, expected)
      numpy.testing.assert_allclose(actual, expected, rtol=1.3e-06, atol=1e-05)
      \`\`\`

      The default of \`assert_close\` passes: keep it. What fits these sums is atol = 7.4·10⁻⁶.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('normal, with a tolerance that every order passes', () => {
    expect(reply({ judged: ofExample('batches'), kind: 'certain' })).toMatchInlineSnapshot(`
      "**Normal: the order of addition alone makes differences of this size.**

      - 711 of 768 numbers differ; the largest difference is 4.2·10⁻⁷ at index 14 and, in steps of float32, 1,880 ulp at index 25.
      - By the rounding errors of a few orders of these numbers, two orders of adding 768 products usually stay below 8.9·10⁻⁷ at index 731, where the difference (2.6·10⁻⁷) comes nearest to that. A change of batch size, thread count or library is enough to explain it.
      - Judged by x, W and b: K = 768, float32.

      Neither result is more accurate: against the exact sums the second is nearer at 367 of 768 outputs, the first at 344; the median errors are 7.4·10⁻⁹ and 6.7·10⁻⁹ of Σ|x·w|.

      | computed on these x and W | × what two orders usually differ by |
      | --- | ---: |
      | adding one by one | 0.41 |
      | adding pairwise | 0.35 |
      | **this difference** | **0.29** |
      | what no order can exceed | 720 |

      \`\`\`python
      torch.testing.assert_close(actual, expected, rtol=0.0, atol=0.0007)
      \`\`\`

      atol is 2·h·u·Σ|x·w|, rounded up: h = 769 for any order of 768 products and a bias, u = 2⁻²⁴, and Σ|x·w| = 7.6.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('unusual for orders, as the sums of two GPUs are: tensor cores are named with their bounds', () => {
    const named = / Additions on tensor cores could do it, too: they cut instead of rounding, and two such sums of 2,048 products can differ by 1\.6·10⁻⁴ \(H100, bfloat16\) to 7\.3·10⁻⁴ \(V100, float16\) of Σ\|x·w\|\./;
    for (const isLayerKnown of [true, false]) {
      const judged = ofTwoGpus(isLayerKnown);
      expect(judged.judgement.finding).toBe('between');
      const text = reply({ judged });
      expect(text).toMatch(named);
      expect(text.match(/allow_tf32/g)).toHaveLength(1);
    }
  });

  it('normal, by the outputs alone', () => {
    const first = '[-0.23123368620872498, 0.982639491558075, -0.5261492133140564, 0.32300880551338196, 0.12303455173969269]';
    const second = '[-0.23123352229595184, 0.9826395511627197, -0.5261490345001221, 0.32300886511802673, 0.1230345219373703]';
    expect(reply({ judged: ofTexts(first, second, 768) })).toMatchInlineSnapshot(`
      "**Normal: the order of addition alone makes differences of this size.**

      - 5 of 5 numbers differ; the largest difference is 1.8·10⁻⁷ at index 2 and, in steps of float32, 11 ulp at index 0.
      - As far as the outputs alone can tell, two orders of adding 768 products usually stay below 4.9·10⁻⁶ there. A change of batch size, thread count or library is enough to explain it.
      - Judged by the outputs alone: K = 768, float32.

      | computed on random numbers | × what two orders usually differ by |
      | --- | ---: |
      | adding one by one | 0.26 |
      | adding pairwise | 0.26 |
      | **this difference** | **0.037** |

      \`\`\`python
      torch.testing.assert_close(actual, expected)
      numpy.testing.assert_allclose(actual, expected, rtol=1.3e-06, atol=1e-05)
      \`\`\`

      The default of \`assert_close\` passes: keep it. What fits these sums is atol = 7.3·10⁻⁶.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('which result is nearer to the exact sums, where all of the layer is known', () => {
    expect(reply({ judged: ofLayer({ name: 'pairwise', base: 4 }), link: { address: 'https://page.example/#verdict', holds: 'results' } })).toMatchInlineSnapshot(`
      "**Normal: the order of addition alone makes differences of this size.**

      - 30 of 32 numbers differ; the largest difference is 1.4·10⁻⁶ at index 25 and, in steps of float32, 10 ulp at index 0.
      - By the rounding errors of a few orders of these numbers, two orders of adding 64 products usually stay below 8.6·10⁻⁶ there. A change of batch size, thread count or library is enough to explain it.
      - Judged by x and W: K = 64, float32.

      The second result is more accurate: against the exact sums the second is nearer at 21 of 32 outputs, the first at 9; the median errors are 1.4·10⁻⁸ and 6.4·10⁻⁹ of Σ|x·w|.

      | computed on these x and W | × what two orders usually differ by |
      | --- | ---: |
      | adding one by one | 0.22 |
      | adding pairwise | 0.17 |
      | **this difference** | **0.17** |
      | what no order can exceed | 17 |

      \`\`\`python
      torch.testing.assert_close(actual, expected)
      numpy.testing.assert_allclose(actual, expected, rtol=1.3e-06, atol=1e-05)
      \`\`\`

      The default of \`assert_close\` passes: keep it. What fits these sums is atol = 1.3·10⁻⁵.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the two results, not the layer’s numbers; paste these there.
      "
    `);
  });

  it('beyond: no tolerance, but what to look for', () => {
    expect(reply({ judged: ofLayer({ name: 'reverse' }, 0.25) })).toMatchInlineSnapshot(`
      "**Larger than any order of addition can explain.**

      - 29 of 32 numbers differ; the largest difference is 0.25, or 1,501,723 ulp, at index 3.
      - No two orders of adding 64 products can differ by more than 1.3·10⁻⁴ there.
      - Judged by x and W: K = 64, float32.

      Look for different inputs or weights, dropout or batch norm in training mode, or products in a different precision.

      The second result is more accurate: its largest error is 7.9·10⁻⁸ of Σ|x·w|, that of the first 0.015.

      | computed on these x and W | × what two orders usually differ by |
      | --- | ---: |
      | adding one by one | 0.22 |
      | adding pairwise | 0.17 |
      | **this difference** | **65,000** |
      | what no order can exceed | 35 |

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
    expect(reply({ judged: ofTexts('[1025.0]', '[1024.5]', 1) })).not.toContain('assert');
  });

  it('between, with a short format that could do it', () => {
    expect(reply({ judged: ofExample('tf32') })).toMatchInlineSnapshot(`
      "**Can’t tell: larger than usual.**

      - 768 of 768 numbers differ; the largest difference is 3.2·10⁻⁴ at index 252 and, in steps of float32, 724,928 ulp at index 164.
      - At index 681 the difference is 230 times what two orders of adding 768 products usually make (1.1·10⁻⁶ at that output), yet less than the most they could (6.4·10⁻⁴). The orders computed here reach 0.41 of that limit on the same numbers.
      - Judged by x, W and b: K = 768, float32.

      The second result is as far from the exact sums as if x and W had been rounded to TF32. On NVIDIA GPUs see \`torch.backends.cuda.matmul.allow_tf32\`.

      The first result is more accurate: its largest error is 4.1·10⁻⁸ of Σ|x·w|, that of the second 4.6·10⁻⁵.

      | computed on these x and W | × what two orders usually differ by |
      | --- | ---: |
      | adding one by one | 0.41 |
      | adding pairwise | 0.35 |
      | **this difference** | **230** |
      | what no order can exceed | 610 |

      \`\`\`python
      torch.testing.assert_close(actual, expected, rtol=0.0, atol=7.4e-06)
      \`\`\`

      atol is one and a half times what two orders usually differ by at any output, rounded up. This difference is 43 times that.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('no scale', () => {
    expect(reply({ judged: ofExample('swap') })).toMatchInlineSnapshot(`
      "**Can’t tell without x and W.**

      - The numbers differ by 1.0·10⁻⁵, or 84 ulp.
      - That is more than two orders of adding 768 products usually make for outputs of that size, but these outputs are too few, or their sums may cancel too far, to tell: add x and W. With Σ|x·w| of 0.11 and more an order could do it.
      - Judged by the outputs alone: K = 768, float32.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('no products', () => {
    expect(reply({ judged: ofTexts('[0.5, 0.25]', '[0.50001, 0.25]', 0), link: { address: 'https://page.example/#verdict', holds: 'nothing' } })).toMatchInlineSnapshot(`
      "**Can’t tell without K.**

      - 1 of 2 numbers differs; the largest difference is 1.0·10⁻⁵, or 168 ulp, at index 0.
      - From about K = 250,000 products on, that would be normal if their signs fall at random. K is the \`in_features\` of the layer, the length of each dot product.
      - Known: float32, K unknown.

      [Open this in Batch of One](https://page.example/#verdict). The link does not hold the numbers; paste them there.
      "
    `);
  });

  it('digits: what is not shown is not said to be equal', () => {
    const text = reply({ judged: ofTexts('tensor([0.5000, 0.2500])', 'tensor([0.5000, 0.2500])', 8) });
    expect(text).toMatchInlineSnapshot(`
      "**Can’t tell from these printouts.**

      - As far as they are printed, all 2 numbers agree.
      - Yet a difference of 5.2·10⁻⁷ would be normal. The printouts are rounded: a difference is known only to within ±1.0·10⁻⁴. Print with \`.tolist()\` or \`torch.set_printoptions(precision=9)\` for all digits.
      - Judged by the outputs alone: K = 8, float32.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
    expect(text).not.toMatch(/identical|to the bit|every bit/);
  });

  it('zeros', () => {
    expect(reply({ judged: ofTexts('[0.0, 1.5]', '[-0.0, 1.5]', 4) })).toMatchInlineSnapshot(`
      "**Equal but for the sign of zero.**

      - All 2 numbers are equal, 1 of them 0 with different signs. \`torch.equal\` says yes; the bits differ.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('equal', () => {
    expect(reply({ judged: ofTexts('[0.1, 1.5]', '[0.1, 1.5]', 4) })).toMatchInlineSnapshot(`
      "**Equal to the bit.**

      - All 2 numbers agree in every bit. There is nothing to tolerate.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('not finite', () => {
    expect(reply({ judged: ofTexts('tensor([nan, 1.5])', 'tensor([0.25, 1.5])', 4) })).toMatchInlineSnapshot(`
      "**Can’t tell: not all numbers are finite.**

      - Index 0 is NaN on one side and 0.25 on the other.
      - An order of addition does that only where partial sums overflow.
      - Known: K = 4, float32.

      Look for NaN or infinity in the inputs and weights first, with \`torch.isfinite\`.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('explained: whose bits they are comes first', () => {
    expect(reply(explained(ofExample('batches'), [[recorded([1])], [recorded([4, 8, 16])]]))).toMatchInlineSnapshot(`
      "**Explained to the bit: two known orders of addition give exactly these numbers.**

      - The first result is what PyTorch 2.13.0 with MKL 2024.2 gives for one row, all 768 numbers to the bit; the second is what it gives for every recorded number of rows from 4 on.
      - 711 of 768 numbers differ; the largest difference is 4.2·10⁻⁷ at index 14 and, in steps of float32, 1,880 ulp at index 25.
      - Computed from x, W and b: K = 768, float32.

      Neither result is more accurate: against the exact sums the second is nearer at 367 of 768 outputs, the first at 344; the median errors are 7.4·10⁻⁹ and 6.7·10⁻⁹ of Σ|x·w|.

      | computed on these x and W | × what two orders usually differ by |
      | --- | ---: |
      | adding one by one | 0.41 |
      | adding pairwise | 0.35 |
      | **this difference** | **0.29** |
      | what no order can exceed | 720 |

      \`\`\`python
      torch.testing.assert_close(actual, expected)
      numpy.testing.assert_allclose(actual, expected, rtol=1.3e-06, atol=1e-05)
      \`\`\`

      The default of \`assert_close\` passes: keep it. What fits these sums is atol = 7.4·10⁻⁶.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('explained by other libraries, families and sums', () => {
    const first = (a: ExplainMatch[], b: ExplainMatch[]): string => reply(explained(ofExample('batches'), [a, b])).split('\n')[2]!;
    const family: ExplainMatch = { ...recorded([]), source: { kind: 'family', family: { name: 'lanes', lanes: 8, combine: 'pairwise' }, style: { fused: true, bias: 'none' } } };
    const sum: ExplainMatch = { ...recorded([]), source: { kind: 'other', name: 'float64' } };
    const pattern: ExplainMatch = { ...recorded([]), source: { kind: 'pattern', name: 'mkl-2020.4', label: 'Like MKL 2020.4', from: 4 } };
    expect(first([recorded([2])], [recorded([1, 2, 4, 8, 16], 'my_lib [fast]|*new*')])).toBe('- The first result is what PyTorch 2.13.0 with MKL 2024.2 gives for 2 rows, all 768 numbers to the bit; the second is what my\\_lib \\[fast\\]\\|\\*new\\* 2.13.0 with MKL 2024.2 gives for every recorded number of rows, all to the bit.');
    expect(first([family], [sum])).toBe('- The first result is what adding in the order `lanes(8,pairwise)` with fused multiply-adds gives, all 768 numbers to the bit; the second is what adding in float64 and rounding once gives, all to the bit.');
    expect(first([pattern], [recorded([1, 4], 'PyTorch', 3)])).toContain('the order of MKL 2020.4, carried over to this K, gives for 4 rows and more, all 768 numbers to the bit; the second is what PyTorch 2.13.0 with MKL 2024.2 gives for 1 and 4 rows, in row 3,');
    expect(first([recorded([1])], [])).toContain('gives for one row, all 768 numbers to the bit; none of the 40 ways that were tried gives the second.');
  });

  it('explained by rows that were not recorded: says what was assumed of them', () => {
    const modelled = recorded([4, 8, 16], 'MKL', 0, 'modelled');
    const text = reply(explained(ofExample('batches'), [[recorded([1], 'MKL')], [modelled]]));
    expect(text).toContain('gives for one row, all 768 numbers to the bit; the second is what it gives for every recorded number of rows from 4 on, if the rows that were not recorded are added up like row 0.\n');
    const alone = reply(explained(ofExample('batches'), [[recorded([4], 'MKL', 3, 'modelled')], []]));
    expect(alone).toContain('gives for 4 rows, if the rows that were not recorded are added up like row 3, all 768 numbers to the bit; none of');
  });

  it('has a link that no bracket ends', () => {
    const text = reply({ judged: ofTexts('[0.1]', '[0.1]', 4), link: { address: 'https://page.example/#verdict&verdict.a=tensor(%5B0.1%5D)', holds: 'all' } });
    expect(text).toContain('](https://page.example/#verdict&verdict.a=tensor%28%5B0.1%5D%29).');
  });
});

describe('whose digits they are, on the page', () => {
  const near = (equal: readonly number[]): ExplainMatch => ({ ...recorded([1]), equal });
  const told = (by: Explanation['by'], nearest: Explanation['nearest']): string => {
    const explanation = { by, nearest, summary: { run: 40, outputs: 768, telling: 20 } };
    return `${explainedText(explanation) ?? ''} ${detailsText(explanation)}`.trim();
  };

  it('names the nearest order only where it gives half of the numbers', () => {
    expect(told([[], []], [near([3, 0]), near([3, 383])])).toBe('None of the 40 ways of adding that were run gives either result to the bit.');
    expect(told([[], []], [near([384, 0]), near([3, 3])])).toContain('Nearest to the first is what PyTorch 2.13.0 with MKL 2024.2 gives for one row: 384 of the 768 numbers are equal.');
  });

  it('says so of rows that were not recorded, of the nearest and of others, too', () => {
    const modelled = recorded([4], 'MKL', 0, 'modelled');
    expect(told([[], []], [{ ...modelled, equal: [400, 0] }, null])).toContain('gives for 4 rows, if the rows that were not recorded are added up like row 0: 400 of the 768 numbers are equal.');
    expect(told([[recorded([4]), modelled], []], [null, null])).toContain('The first is also what MKL 2.13.0 with MKL 2024.2 (some rows modelled) gives.');
    expect(told([[recorded([4]), recorded([8], 'MKL'), modelled], []], [null, null])).toContain('The first is also what MKL 2.13.0 with MKL 2024.2 gives.');
  });

  it('says once how many ways were tried', () => {
    const one = told([[recorded([1])], []], [null, near([0, 3])]);
    expect(one.match(/40/g)).toHaveLength(1);
    expect(one).toMatch(/none of the 40 ways that were tried gives the second\. The ways that were tried part at 20 of 768 numbers\.$/);
    expect(told([[recorded([1])], [recorded([4])]], [null, null])).toMatch(/ 40 ways of adding were run; they part at 20 of 768 numbers\.$/i);
  });
});

describe('a difference, or an assertion’s figures, without the results', () => {
  const link = { address: 'https://page.example/#verdict', holds: 'all' } as const;
  const figuresReply = (absolute: number | null, relative: number | null, products: number | null): string => {
    const figures = { dtype: 'float32', absolute, relative, of: null } as const;
    return figuresReplyText({ figures, judgement: judgeFigures(figures, { products, hasBias: null, layer: null }), products, link });
  };

  it('has a reply too, without a tolerance', () => {
    expect(figuresReply(1.5e-5, 0.002, 768)).toMatchInlineSnapshot(`
      "**Can’t tell without x and W.**

      - The results differ by at most 1.5·10⁻⁵, relatively at most 0.002. Where the difference is largest, the result is at least 0.0075.
      - A difference alone does not say how large the sums were that it comes from: with Σ|x·w| of 0.16 and more an order could do it. Paste the two results, or x and W.
      - Judged by the difference alone: K = 768.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
    expect(figuresReply(1e-7, 1e-6, 768)).toMatchInlineSnapshot(`
      "**Normal: the order of addition alone makes differences of this size.**

      - The results differ by at most 1.0·10⁻⁷, relatively at most 1.0·10⁻⁶. Where the difference is largest, the result is at least 0.1.
      - Two orders of adding 768 products can differ by 3.3·10⁻⁶ of a result and more. A change of batch size, thread count or library is enough to explain it.
      - Judged by the difference alone: K = 768.

      [Open this in Batch of One](https://page.example/#verdict). The link holds the numbers.
      "
    `);
  });

  it('gives the same reasons as two results', () => {
    const overflow = reply({ judged: ofTexts('tensor([nan, 1.5])', 'tensor([0.25, 1.5])', 4) }).split('\n').find((line) => line.includes('overflow'));
    expect(figuresReply(NaN, null, 4).split('\n')).toContain(overflow);
  });
});

describe('the kinds of tolerance', () => {
  it('does not call a bound over an estimate certain', () => {
    expect(toleranceNames(ofExample('batches')).certain).toBe('certain, h');
    expect(toleranceNames(ofExample('printed')).certain).toBe('bound h, estimated');
  });
});
