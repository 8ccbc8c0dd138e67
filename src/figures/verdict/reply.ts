import type { Explanation } from '../../experiments/explained';
import type { DifferenceFigures, FiguresJudgement } from '../../experiments/judge-figures';
import type { Finding, Judgement } from '../../experiments/judgement';
import { nearerToExact } from '../../experiments/nearer-to-exact';
import type { SuggestedTolerance, ToleranceKind } from '../../experiments/suggest-tolerance';
import { toleranceLines } from '../../experiments/tolerance-lines';
import { roughCount, sizeText } from '../../lib/size-text';
import { formatCount } from '../../lib/words';
import type { LayerData } from '../../linear/layer';
import { explainedText } from './explained-text';
import { markdownText } from './markdown-text';
import type { Judged } from './judged';
import { toleranceOrigin } from './tolerance-origin';
import { differingText, digitsText, figuresDifferenceText, figuresReasonText, reasonText, suspectsText } from './verdict-sentences';
import { VERDICT_TITLES } from './verdict-titles';

/** A link to the figure as it stands, and what of the reader's numbers it holds. */
export interface ReplyLink {
  readonly address: string;
  readonly holds: 'all' | 'results' | 'nothing';
}

export interface ReplyParts {
  readonly judged: Judged;
  readonly explanation: Explanation | null;
  readonly kind: ToleranceKind;
  readonly suggested: SuggestedTolerance | null;
  readonly link: ReplyLink;
}

/** What a finding is called where no page stands around it; the others by their title. */
const HEADLINES: Partial<Record<Finding, string>> = {
  normal: 'Normal: the order of addition alone makes differences of this size',
  explained: 'Explained to the bit: two known orders of addition give exactly these numbers',
};

/** A tolerance mends these; others it would hide, or nothing is known to take it from. */
const TOLERABLE: readonly Finding[] = ['explained', 'normal', 'between'];

/** Of these something is known to hold the difference against. */
const MEASURED: readonly Finding[] = ['explained', 'normal', 'between', 'beyond'];

const HELD: Readonly<Record<ReplyLink['holds'], string>> = {
  all: 'The link holds the numbers.',
  results: 'The link holds the two results, not the layer’s numbers; paste these there.',
  nothing: 'The link does not hold the numbers; paste them there.',
};

/** More products than that take longer than a press may. */
const MOST_PRODUCTS = 2 ** 26;

/** Times as large as the other's, a largest error decides which result is more accurate. */
const FAR = 8;

/** The verdict, what it rests on and what to do, as Markdown that stands on its own in an issue or a forum. */
export function replyText({ judged, explanation, kind, suggested, link }: ReplyParts): string {
  const { finding } = judged.judgement;
  const blocks = [
    `**${HEADLINES[finding] ?? VERDICT_TITLES[finding]}.**`,
    evidence(judged, explanation).map((line) => `- ${line}`).join('\n'),
    suspectsText(judged),
    nearerText(judged),
    rangesTable(judged),
    suggested === null || !TOLERABLE.includes(finding) ? '' : toleranceText(kind, suggested, judged),
    linkText(link),
  ];
  return joined(blocks);
}

export interface FiguresReplyParts {
  readonly figures: DifferenceFigures;
  readonly judgement: FiguresJudgement;
  /** K; null where the reader does not know it. */
  readonly products: number | null;
  readonly link: ReplyLink;
}

/** The same where only a difference, or an assertion's figures, are there. No tolerance follows from these. */
export function figuresReplyText({ figures, judgement, products, link }: FiguresReplyParts): string {
  const { finding } = judgement;
  const lines = [figuresDifferenceText(figures, judgement), figuresReasonText(judgement, products), `Judged by the difference alone: ${products === null ? 'K unknown' : `K = ${formatCount(products)}`}.`];
  return joined([`**${HEADLINES[finding] ?? VERDICT_TITLES[finding]}.**`, lines.filter((line) => line !== '').map((line) => `- ${line}`).join('\n'), linkText(link)]);
}

function joined(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function linkText({ address, holds }: ReplyLink): string {
  return `[Open this in Batch of One](${inBrackets(address)}). ${HELD[holds]}`;
}

function evidence(judged: Judged, explanation: Explanation | null): string[] {
  const { finding } = judged.judgement;
  const explained = explanation && explainedText(explanation, markdownText);
  const difference = [`${differingText(judged)}${whereText(judged)}.`, judged.pair.part?.sentence ?? ''];
  if (finding === 'equal' || finding === 'zeros') return [[...difference, reasonText(judged)].filter((one) => one !== '').join(' ')];
  // Whose digits they are says more than what orders usually do.
  const reason = finding === 'explained' && explained !== null ? '' : reasonText(judged);
  const lines = explained === null || finding === 'explained' ? [difference, [reason, digitsText(judged)]] : [[...difference, reason], [digitsText(judged)]];
  return [explained ?? '', ...lines.map((sentences) => sentences.filter((one) => one !== '').join(' ')), basisText(judged)].filter((line) => line !== '');
}

/** Behind the largest difference: its place, and the largest in ulp where that says anything. */
function whereText({ judgement, pair }: Judged): string {
  const { absolute, ulp, of, finding, differing } = judgement;
  if (finding === 'equal' || finding === 'zeros' || finding === 'nonfinite' || differing === 0) return '';
  const [a, b] = [pair.actual[ulp.index] ?? NaN, pair.expected[ulp.index] ?? NaN];
  // Steps through zero are millions, and those of rounded digits a guess.
  const steps = judgement.slack > 0 || a * b <= 0 ? null : `${roughCount(ulp.value)} ulp`;
  const at = of === 1 ? '' : ` at index ${absolute.index}`;
  if (steps === null) return at;
  return ulp.index === absolute.index ? `, or ${steps},${at}`.replace(/,$/, '') : `${at} and, in steps of ${pair.dtype}, ${steps} at index ${ulp.index}`;
}

function basisText({ judgement, products, layer, pair }: Judged): string {
  const { finding, rule } = judgement;
  const known = products === null ? `${pair.dtype}, K unknown` : `K = ${formatCount(products)}, ${pair.dtype}`;
  if (rule === null && finding !== 'explained') return `Known: ${known}.`;
  const given = layer === null ? (rule === 'one-order' ? 'K alone' : 'the outputs alone') : layer.bias === null ? 'x and W' : 'x, W and b';
  return `${finding === 'explained' ? 'Computed from' : 'Judged by'} ${given}: ${known}.`;
}

/** Which result is nearer to the exact sums, where x and W are known and no bias seems to be missing; else ''. */
function nearerText({ judgement, layer, pair }: Judged): string {
  const { finding, scale, slack, differing, usual } = judgement;
  if (layer === null || scale?.kind !== 'exact' || usual === null || pair.dtype !== 'float32' || slack > 0 || differing === 0 || finding === 'nonfinite') return '';
  if (layer.inFeatures * pair.actual.length > MOST_PRODUCTS) return '';
  const { actual, expected, errors } = nearerToExact(layer, pair.actual, pair.expected, scale);
  if (mayLackBias(layer, errors, { usual, scale })) return '';
  const outputs = pair.actual.length;
  // One number that is far off outweighs all others that are a little nearer.
  const [least, most] = errors.actual.largest < errors.expected.largest ? [errors.actual.largest, errors.expected.largest] : [errors.expected.largest, errors.actual.largest];
  if (most > FAR * least) {
    const [better, worse] = least === errors.actual.largest ? ['first', 'second'] : ['second', 'first'];
    return `The ${better} result is more accurate: its largest error is ${sizeText(least)} of Σ|x·w|, that of the ${worse} ${sizeText(most)}.`;
  }
  const isEven = Math.abs(actual - expected) <= 2 * Math.sqrt(actual + expected);
  const [more, less, which, other] = actual >= expected ? [actual, expected, 'first', 'second'] : [expected, actual, 'second', 'first'];
  const counts = `the ${which} is nearer at ${formatCount(more)} of ${formatCount(outputs)} outputs, the ${other} at ${formatCount(less)}`;
  const sizes = `the median errors are ${sizeText(errors.actual.median)} and ${sizeText(errors.expected.median)} of Σ|x·w|`;
  if (outputs === 1) return actual === expected ? 'Both are equally near to the exact sum.' : `The ${which} result is nearer to the exact sum.`;
  return isEven ? `Neither result is more accurate: against the exact sums ${counts}; ${sizes}.` : `The ${which} result is more accurate: against the exact sums ${counts}; ${sizes}.`;
}

/** A layer without a bias, and results that are both farther from its exact sums than orders differ: what is missing would decide which is nearer. */
function mayLackBias(layer: LayerData, errors: ReturnType<typeof nearerToExact>['errors'], { usual, scale }: { readonly usual: NonNullable<Judgement['usual']>; readonly scale: NonNullable<Judgement['scale']> }): boolean {
  if (layer.bias !== null) return false;
  const most = usual.limits.reduce((largest, limit, at) => Math.max(largest, limit / scale.absSum[usual.outputs[at]!]!), 0);
  return !(Math.min(errors.actual.largest, errors.expected.largest) <= most);
}

/** The figure's plot in numbers: the orders that were computed, from the farthest to the nearest, and this difference among them. */
function rangesTable({ judgement, orders, layer }: Judged): string {
  const { share, typical, most, finding } = judgement;
  if (share === null || typical === null || orders.length === 0 || !MEASURED.includes(finding)) return '';
  const sorted = [...orders].sort((p, q) => q.largest - p.largest);
  const rows = [
    ...sorted.filter((_, i) => i === 0 || i === sorted.length - 1).map(({ label, largest }) => [`adding ${label === 'pairwise' || label === 'one by one' ? label : `in ${label}`}`, largest] as const),
    [share.of === 'all' ? '**this difference, taken together**' : '**this difference**', share.value] as const,
    ...(most !== null && most > typical ? [['what no order can exceed', most / typical] as const] : []),
  ];
  const head = `computed on ${layer === null ? 'random numbers' : 'these x and W'}`;
  return [`| ${head} | × what two orders usually differ by |`, '| --- | ---: |', ...rows.map(([label, value]) => `| ${label} | ${label.startsWith('**') ? `**${sizeText(value)}**` : sizeText(value)} |`)].join('\n');
}

function toleranceText(kind: ToleranceKind, suggested: SuggestedTolerance, judged: Judged): string {
  const { torch, numpy } = toleranceLines(suggested);
  // torch's default is not NumPy's; numbers that are written are the same for both.
  const code = suggested.keeps === null ? [torch] : [torch, numpy];
  const times = judged.judgement.absolute.value / suggested.atol;
  const beyond = judged.judgement.finding === 'between' && suggested.keeps === null && times > 1 ? ` This difference is ${sizeText(times)} times that.` : '';
  return `\`\`\`python\n${code.join('\n')}\n\`\`\`\n\n${toleranceOrigin(kind, suggested, judged)}${beyond}`;
}

/** An address as a link's goal: brackets in it would end it. */
function inBrackets(address: string): string {
  return address.replace(/[()<>\s\\]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
