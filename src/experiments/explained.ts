import type { ExplainMatch, ExplainSummary } from './explain';
import type { Judgement } from './judgement';

/** Whose orders give these bits, result by result. */
export interface Explanation {
  /** For each result, the candidates that give all its bits, the likeliest first (a library that gives all results before others). */
  readonly by: readonly (readonly ExplainMatch[])[];
  /** For each result, the candidate with the most equal outputs; null without candidates. */
  readonly nearest: readonly (ExplainMatch | null)[];
  readonly summary: ExplainSummary;
}

/** @param matches as they arrived, the likeliest first: recordings, then patterns, families, other sums */
export function explanationOf(matches: readonly ExplainMatch[], summary: ExplainSummary): Explanation {
  const results = Array.from({ length: matches[0]?.equal.length ?? 0 }, (_, r) => r);
  const gives = ({ equal, tested }: ExplainMatch, r: number): boolean => tested === summary.outputs && equal[r] === tested;
  // A library that gives all results is likelier than one that gives only one.
  const shares = new Map<string, Set<number>>();
  for (const match of matches) {
    const share = shares.get(nameOf(match)) ?? new Set();
    for (const r of results) if (gives(match, r)) share.add(r);
    shares.set(nameOf(match), share);
  }
  const shareOf = (match: ExplainMatch): number => shares.get(nameOf(match))!.size;
  const sorted = [...matches].sort((a, b) => KINDS.indexOf(a.source.kind) - KINDS.indexOf(b.source.kind) || fitOf(a) - fitOf(b) || shareOf(b) - shareOf(a));
  return {
    by: results.map((r) => sorted.filter((match) => gives(match, r))),
    nearest: results.map((r) => sorted.reduce<ExplainMatch | null>((best, match) => (best === null || match.equal[r]! > best.equal[r]! ? match : best), null)),
    summary,
  };
}

const KINDS: readonly ExplainMatch['source']['kind'][] = ['recording', 'pattern', 'family', 'other'];

const FITS: readonly Extract<ExplainMatch['source'], { kind: 'recording' }>['fit'][] = ['whole', 'modelled', 'carried'];

/** Each recording or pattern counts as one library. */
function nameOf({ source }: ExplainMatch): string {
  return source.kind === 'recording' || source.kind === 'pattern' ? `${source.kind} ${source.name}` : source.kind;
}

function fitOf({ source }: ExplainMatch): number {
  return source.kind === 'recording' ? FITS.indexOf(source.fit) : 0;
}

/**
 * Changes the judgement's finding to `explained` if orders give every bit of every result and some output tells orders
 * apart. `equal` stays `equal`.
 */
export function withExplanation(judgement: Judgement, { by, summary }: Explanation): Judgement {
  const isExplained = by.length > 1 && by.every((matches) => matches.length > 0) && summary.telling > 0;
  const isOpen = judgement.finding !== 'equal' && judgement.finding !== 'zeros' && judgement.finding !== 'none';
  return isExplained && isOpen ? { ...judgement, finding: 'explained' } : judgement;
}
