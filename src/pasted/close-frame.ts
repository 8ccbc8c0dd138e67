import type { ParseError } from '../lib/result';
import type { Frame, Node } from './node';

/** What a closed bracket amounts to: one array, several that stand apart, or neither and why. */
export interface Closed {
  readonly node: Node | null;
  readonly apart: readonly Node[];
  readonly problem: ParseError | null;
}

/** @param to the end of the scanner's numbers, of which those from `frame.from` on are the frame's */
export function closeFrame(frame: Frame, end: number, to: number): Closed {
  const { children } = frame;
  const calls = children.filter(({ kind, shape }) => kind === 'call' && shape.length > 0);
  if (frame.bad !== null) return { node: null, apart: calls, problem: to > frame.from || frame.call === 'array' || frame.truths > 0 || frame.isMeant ? frame.bad : null };
  if (frame.open === '{' || frame.call === 'other') return apart(children);
  if (frame.call === 'array') return arrayCall(frame, end, to);
  const kind = frame.open === '(' ? 'tuple' : 'list';
  const node = { kind, name: frame.scalars, at: frame.at, end, from: frame.from, to, of: null, dtype: frame.dtype, scale: '', key: '' } as const;
  const [first] = children;
  if (first === undefined) {
    // (303) is no tuple.
    if (frame.numbers === 0 || (kind === 'tuple' && frame.numbers === 1 && !frame.sawComma)) return apart([]);
    return one({ ...node, shape: [frame.numbers], heads: [frame.head] });
  }
  if (kind === 'tuple' || calls.length > 0) return apart(children);
  const odd = children.find((list) => layout(list) !== layout(first));
  if (odd !== undefined) {
    return { node: null, apart: [], problem: { message: `The rows are not equally long: at character ${odd.at + 1} begins one of ${odd.shape.join(' × ')}, those before have ${first.shape.join(' × ')}.`, position: odd.at } };
  }
  // [(0.1, 0.1001), (0.2, 0.2)]
  const areTuples = children.every(({ kind }) => kind === 'tuple') && first.shape.join() === '2';
  return one({ ...node, name: areTuples ? 'pairs' : frame.scalars, dtype: first.dtype, shape: [children.length, ...first.shape], heads: [frame.head, ...first.heads] });
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
