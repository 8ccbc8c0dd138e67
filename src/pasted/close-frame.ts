import type { ParseError } from '../lib/result';
import type { Frame, Node } from './node';

/** What a closed bracket yields: one array, several separate ones, or neither and why. */
export interface Closed {
  readonly node: Node | null;
  readonly apart: readonly Node[];
  readonly problem: ParseError | null;
}

/** @param to the end of the scanner's numbers; those from `frame.from` belong to the frame */
export function closeFrame(frame: Frame, end: number, to: number): Closed {
  const { children } = frame;
  if (children.length === 0 && frame.bad === null && frame.call === 'none' && frame.open !== '{') return flat(frame, end, to);
  const calls = children.filter(({ kind, shape }) => kind === 'call' && shape.length > 0);
  if (frame.bad !== null) return { node: null, apart: calls, problem: to > frame.from || frame.call === 'array' || frame.truths > 0 || frame.isMeant ? frame.bad : null };
  if (frame.open === '{' || frame.call === 'other') return apart(children);
  if (frame.call === 'array') return arrayCall(frame, end, to);
  const first = children[0]!;
  if (frame.open === '(' || calls.length > 0) return apart(children);
  const odd = children.find((list) => layout(list) !== layout(first));
  if (odd !== undefined) {
    return { node: null, apart: [], problem: { message: `The rows are not equally long: at character ${odd.at + 1} begins one of ${odd.shape.join(' × ')}, those before have ${first.shape.join(' × ')}.`, position: odd.at } };
  }
  // [(0.1, 0.1001), (0.2, 0.2)]
  const areTuples = children.every(({ kind }) => kind === 'tuple') && first.shape.join() === '2';
  return one({
    kind: 'list',
    name: areTuples ? 'pairs' : first.name,
    at: frame.at,
    end,
    from: frame.from,
    to,
    shape: [children.length, ...first.shape],
    heads: [frame.head, ...first.heads],
    of: null,
    dtype: first.dtype,
    scale: '',
    key: '',
  });
}

/** Numbers in brackets without nested brackets. */
function flat({ open, at, from, numbers, head, scalars, dtype, sawComma }: Frame, end: number, to: number): Closed {
  if (numbers === 0) return apart([]);
  // (303) is a number, not a tuple.
  const isNumber = open === '(' && numbers === 1 && !sawComma;
  return one({ kind: open === '(' ? 'tuple' : 'list', name: scalars, at, end, from, to, shape: isNumber ? [] : [numbers], heads: isNumber ? [] : [head], of: null, dtype, scale: '', key: '' });
}

function arrayCall(frame: Frame, end: number, to: number): Closed {
  const { at, from, name } = frame;
  const [inside] = frame.children;
  if (inside === undefined && frame.numbers !== 1) return apart([]);
  return one({
    kind: 'call',
    name,
    at,
    end,
    from,
    to: inside?.to ?? to,
    shape: inside?.shape ?? [],
    heads: inside?.heads ?? [],
    of: frame.of ?? inside?.of ?? null,
    dtype: frame.dtype ?? inside?.dtype ?? null,
    scale: frame.scale,
    key: '',
  });
}

function one(node: Node): Closed {
  return { node, apart: [], problem: null };
}

function apart(nodes: readonly Node[]): Closed {
  return { node: null, apart: nodes, problem: null };
}

function layout({ shape, heads }: Node): string {
  return `${shape.join()}|${heads.join()}`;
}
