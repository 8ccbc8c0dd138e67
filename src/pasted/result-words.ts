/** What the words before a number say about it. */

/** A difference, not a result: “max diff”, “abs error”, “a - b” in code. */
export function namesDifference(label: string): boolean {
  return /diff|\bdelta\b|Δ|\berr(?:or)?s?\b|residual|discrepanc|\bdeviation|\.sub\(/i.test(label) || /\(\s?[\w.]+(?:\[[^\]]{0,40}\])? ?- ?[A-Za-z_][\w.]*/.test(label) || /^[\w.]+(?:\[[^\]]{0,40}\])? ?- ?[A-Za-z_][\w.]*(?:\[[^\]]{0,40}\])?\)?(?:\.\w{1,20}(?:\(\))?){0,6}$/.test(label);
}

export function namesRelative(label: string): boolean {
  return /\brel/i.test(label);
}

/** A setting, a time or a count: never a result, however it is written. */
export function namesSetting(label: string): boolean {
  return /tol\b|tolerance|allowed|\beps(?:ilon)?\b|\blr\b|learning|\btime\b|elapsed|took|\bseed\b|version|threshold|dropout|\balpha\b|\bbeta|momentum|decay|\bp\s*$|percent|\bacc(?:uracy)?\b|\bmismatch|precision\s*$|allclose|isclose/i.test(label);
}

export type Role = 'actual' | 'expected' | null;

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:actual|(?:but )?got|obtained|x|lhs|not close lhs|result)$/i, 'actual'],
  [/^(?:desired|expected|y|rhs|not close rhs|reference)$/i, 'expected'],
];

/** The side that an assertion's label names. */
export function roleOf(label: string): Role {
  return ROLES.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

const LONGEST = 60;

/** The words before a value, without a colon or the like, shortened to a maximum length: “y1.sum()”, “ACTUAL”. */
export function plainLabel(text: string): string {
  const words = text
    .slice(-4 * LONGEST)
    .replace(/<tf\.Tensor:.*$/, '')
    .replace(/^[\s#*,;|&/]+/, '')
    .replace(/[\s:=,(|>*-]+$/, '')
    .replace(/^["']|["']$/g, '')
    .replace(/\s+/g, ' ');
  return words.length <= LONGEST ? words : `…${words.slice(-LONGEST)}`;
}
