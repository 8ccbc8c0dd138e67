/** The kind of a line; `code` was typed, not printed. */
export type LineKind = 'text' | 'code' | 'fence' | 'log';

export interface Line {
  readonly at: number;
  readonly end: number;
  /** Position after quotes, prompts and timestamps. */
  readonly start: number;
  readonly kind: LineKind;
}

/** What a head begins with, after blanks. */
type Begin = 'letter' | 'digit' | 'sign';

type Head = readonly [pattern: RegExp, kind: LineKind, begins: readonly Begin[]];

const FENCE = /[ \t>]{0,20}(?:```|~~~)[^\n]{0,40}$/my;
const VALUE = '(?=[[(\\d.+-]|tensor|array|Array)';

/** After a line of code, three dots continue it; elsewhere they shorten a printout. */
const MORE_CODE: Head = [/[ \t]{0,12}\.{3,6}(?::| |$)/my, 'code', ['sign']];

const HEADS: readonly Head[] = [
  [new RegExp(`[ \\t]{0,8}>>>?${VALUE}`, 'y'), 'text', ['sign']],
  [/[ \t]{0,8}>>>(?=[ \t\r\w]|$)/my, 'code', ['sign']],
  [/[ \t]{0,8}In ?\[[ \d*]{0,6}\]:/y, 'code', ['letter']],
  [/\$ (?=\w)/y, 'code', ['sign']],
  // pytest's note on where a value came from.
  [/[ \t]{0,12}\+ {1,6}(?:where|and) /y, 'code', ['sign']],
  [/[ \t]{0,8}Out ?\[[ \d]{0,6}\]:/y, 'text', ['letter']],
  [/[ \t]{0,8}>(?!=)/y, 'text', ['sign']],
  // pytest's column.
  [/E(?=[ \t]{2,}|[ \t]{0,9}\r?$)/my, 'text', ['letter']],
  // 2024-05-01 12:00:00,123 · [12:00:00] · 07-13 00:09:30 · glog's I0713 00:09:30.123456 77
  [/[ \t]{0,8}[[(]?(?:\d{4}[-/]\d\d[-/]\d\d[T ]|\d\d[-/]\d\d |[IWEF]\d{4} )?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?[\])]?:?(?: +\d{1,7}(?= [\w/.-]+:\d))?/y, 'log', ['letter', 'digit', 'sign']],
  [/[ \t]{0,8}(?:[-|:] )?[[(<]?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|CRITICAL|FATAL|NOTICE|TRACE)[\])>]?(?=[ \t:|-])(?::[\w.]{1,40}:|[ \t]?[:|-](?!\d))?/y, 'log', ['letter', 'sign']],
  [/[ \t]{0,8}(?:[IWEFD] )?[\w./-]{1,80}\.(?:py|cc|cpp|cu|h|rs|go):\d{1,6}[\]):]+/y, 'log', ['letter', 'digit', 'sign']],
  [/[ \t]{0,8}(?:\[rank\d{1,4}\]:?|\((?:\w{1,20} )?pid=\d{1,8}\))/y, 'log', ['sign']],
  [/[ \t]{0,8}[-*•] (?=[[(\w])/y, 'text', ['sign']],
];

function headsFor(begin: Begin): readonly Head[] {
  return HEADS.filter(([, , begins]) => begins.includes(begin));
}

const HEADS_BY_BEGIN = { letter: headsFor('letter'), digit: headsFor('digit'), sign: headsFor('sign') } as const;
const AFTER_CODE = { ...HEADS_BY_BEGIN, sign: [MORE_CODE, ...HEADS_BY_BEGIN.sign] } as const;

/** The lines of a text, and how far each one's heads go, which were not part of the printout. Linear. */
export function readLineHeads(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    lines.push(readLine(text, at, end, lines.at(-1)?.kind === 'code'));
    at = end + 1;
  }
  return lines;
}

function readLine(text: string, at: number, end: number, afterCode: boolean): Line {
  if (at === end) return { at, end, start: at, kind: 'text' };
  if (matchEnd(FENCE, text, at) !== null) return { at, end, start: end, kind: 'fence' };
  let [start, kind]: [number, LineKind] = [at, 'text'];
  // Heads may be nested: a quoted log line in pytest's column.
  for (let more = true, rounds = 0; more && rounds < 12; rounds++) {
    more = false;
    const begin = beginOf(text, start);
    if (begin === null) break;
    for (const [pattern, of] of (afterCode ? AFTER_CODE : HEADS_BY_BEGIN)[begin]) {
      const to = matchEnd(pattern, text, start);
      if (to === null || to > end || to === start) continue;
      start = to;
      if (kind === 'text') kind = of;
      more = kind !== 'code';
      break;
    }
  }
  return { at, end, start, kind };
}

/** A quick test; null for most lines, which begin with a bracket, a minus or a digit. A time has a colon after two digits, or a dash. */
function beginOf(text: string, at: number): Begin | null {
  let first = at;
  while (text[first] === ' ' || text[first] === '\t') first += 1;
  const code = text.charCodeAt(first);
  if (code >= 0x30 && code <= 0x39) return /[:/-]/.test(text.slice(first + 2, first + 5)) ? 'digit' : null;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 'letter';
  return code > 0x20 && !(code === 0x5b && /[\s\d.[-]/.test(text[first + 1] ?? ' ') && !/\d/.test(text[first + 1] ?? '')) ? 'sign' : null;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
