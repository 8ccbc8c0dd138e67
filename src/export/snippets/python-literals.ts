import { pythonRepr } from '../../lib/python-repr';

/** Characters in a line of a snippet. */
const LINE = 110;

/** A string literal; a long one is broken after a `+` and continues on the next lines, in parentheses. */
export function pythonString(text: string, indent: string): string {
  if (text.length <= LINE - indent.length) return `"${text}"`;
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<= \+ )/)) {
    if (line !== '' && line.length + part.length > LINE - indent.length - 6) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  lines.push(line);
  return `(\n${lines.map((one) => `${indent}    "${one}"\n`).join('')}${indent})`;
}

/** Float32 values as text that NumPy reads back to the bit: base64 of their little-endian bytes. */
export function pythonFloats(values: Float32Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const lines = text.match(/.{1,100}/g) ?? [''];
  const literal = lines.length === 1 ? `"${text}"` : `\n${lines.map((line) => `    "${line}"\n`).join('')}`;
  return `np.frombuffer(base64.b64decode(${literal}), "<f4")`;
}

/** A Python list of numbers, broken into lines. */
export function pythonList(values: Iterable<number>): string {
  const lines: string[] = [];
  for (const value of values) {
    const text = Number.isInteger(value) && !Object.is(value, -0) && Math.abs(value) < 2 ** 31 ? String(value) : pythonRepr(value);
    const last = lines.at(-1);
    if (last === undefined || last.length + text.length > LINE - 8) lines.push(text);
    else lines[lines.length - 1] = `${last}, ${text}`;
  }
  return lines.length === 1 ? `[${lines[0]}]` : `[\n${lines.map((line) => `    ${line},\n`).join('')}]`;
}

/** Untrusted text as a comment: one line, whatever the text contains. */
export function pythonComment(text: string): string {
  // eslint-disable-next-line no-control-regex -- a line break or worse in a recording's name must not end the comment
  return `# ${text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')}`;
}
