import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notation } from '../testing/chosen-schedule';
import { parseMethod, parseMethodList, parseScheduleText, printMethod, printMethodList, printScheduleText, tooMuchForLink } from './schedule-text';

function problemOf(text: string): { message: string; at: string } {
  const read = parseScheduleText(text);
  if (read.ok) return { message: 'none', at: '' };
  return { message: read.error.message, at: text.slice(read.error.position) };
}

describe('orders by batch size as text', () => {
  it('are families, other sums and the notation', () => {
    const read = parseScheduleText('1:lanes( 4 ); 4 : *0..2+b ;16:kahan');
    expect(read).toEqual({
      ok: true,
      value: [
        { from: 1, method: { kind: 'family', family: { name: 'lanes', lanes: 4, combine: 'in-order' } } },
        { from: 4, method: notation('*0..2,b') },
        { from: 16, method: { kind: 'other', name: 'kahan' } },
      ],
    });
  });

  it('may leave out the first threshold, and take a run for what it is', () => {
    const read = parseScheduleText('0..764:4,(1..765:4),(2..766:4),(3..767:4);2:sequential');
    expect(read.ok && printScheduleText(read.value)).toBe('1:0..764:4,(1..765:4),(2..766:4),(3..767:4);2:sequential');
  });

  it('take b for the bias and not for a family', () => {
    expect(parseMethod('b,0,1')).toEqual({ ok: true, value: notation('b,0,1') });
  });

  it('are printed as they are read', () => {
    const text = '1:pairwise(8);2:lanes(8,pairwise);4:*0..191,b,(*192..383);9:exact';
    const read = parseScheduleText(text);
    expect(read.ok && printScheduleText(read.value)).toBe(text);
  });

  it('may be on adders, each with its own behind an @', () => {
    const text = '1:sequential(h100);4:{0..767}*16,b@h100;8:{0..3},b,({4..7})@a100;16:split(4,b200)';
    const read = parseScheduleText(text);
    expect(read.ok && printScheduleText(read.value)).toBe(text);
    expect(parseScheduleText('1: {0..767}*16 + b @ H100')).toEqual(parseScheduleText('1:{0..767}*16,b@h100'));
  });

  it('say what is wrong with an adder, and where', () => {
    expect(problemOf('1:sequential;4:{0..3}*2,b')).toEqual({ message: expect.stringContaining('needs an adder, such as h100') as string, at: '{0..3}*2,b' });
    expect(problemOf('1:sequential;4:{0..3},b@k100;8:kahan')).toEqual({ message: expect.stringContaining('There is no adder “k100”. Known are v100, a100,') as string, at: 'k100;8:kahan' });
    expect(problemOf('1:0..3,b@h100')).toEqual({ message: 'This order has no groups in braces, such as {0..3}, that h100 could add.', at: '@h100' });
    expect(problemOf('1:{0..3},{5}@h100')).toMatchObject({ message: expect.stringContaining('Product 4 is missing') as string });
    expect(problemOf('1:{0..99}@h100')).toMatchObject({ message: expect.stringContaining('at most 32 products') as string });
  });

  it('point at what is wrong', () => {
    expect(problemOf('1:sequential;4:0,1,x')).toEqual({ message: expect.stringContaining('Expected a product') as string, at: 'x' });
    expect(problemOf('1:sequential;4:0..2,4,b')).toMatchObject({ message: expect.stringContaining('Product 3 is missing') as string });
    expect(problemOf('sequential;lanes(4)')).toEqual({ message: expect.stringContaining('from which batch size on') as string, at: 'lanes(4)' });
    expect(problemOf('2:sequential')).toMatchObject({ message: 'The first order holds from batch size 1 on.' });
    expect(problemOf('1:sequential;4:kahan;4:exact')).toMatchObject({ message: expect.stringContaining('ascend') as string, at: '4:exact' });
    expect(problemOf('1:sequential;2000:kahan')).toMatchObject({ message: expect.stringContaining('1024') as string });
    expect(problemOf('1:sequential;4:lanes(0)')).toEqual({ message: expect.stringContaining('lanes') as string, at: '0)' });
    expect(problemOf('1:kahn').message).toMatch(/No order is called “kahn”.*neumaier/);
    expect(problemOf('').message).not.toBe('none');
  });

  it('are bounded before any work is done, whatever a link asks for', () => {
    expect(problemOf('1:0..4095')).toEqual({ message: 'none', at: '' });
    expect(problemOf('1:0..4096').message).toBe('Product 4096 is out of range: at most 4096 products are read.');
    const many = Array.from({ length: 1024 }, (_, i) => `${i + 1}:0..4095`);
    expect(problemOf(many.slice(0, 64).join(';')).message).toBe('none');
    expect(problemOf(many.join(';'))).toEqual({ message: 'At most 64 orders are read.', at: many.slice(64).join(';') });
    expect(problemOf('1:0' + ' '.repeat(200_000)).message).toBe('This text has 200003 characters; at most 200000 are read.');
    expect(parseMethodList('kahan;'.repeat(40_000))).toMatchObject({ ok: false, error: { position: 200_000 } });
  });

  it('are kept only where a link can hold them', () => {
    const entries = (count: number, text: string) => Array.from({ length: count }, (_, i) => ({ from: i + 1, method: notation(text) }));
    expect(tooMuchForLink(entries(64, '0,1'))).toBeNull();
    expect(tooMuchForLink(entries(65, '0,1'))?.message).toBe('At most 64 orders are read.');
    expect(tooMuchForLink(entries(10, Array.from({ length: 4096 }, (_, k) => 4095 - k).join(',(') + ')'.repeat(4095)))?.message).toContain('at most 200000 are read');
  });

  it('never throw, and complain within the text', () => {
    const words = fc.constantFrom('1:', '4:', ';', 'lanes(4)', 'kahan', '0..3', ',b', '(', ')', '*', ' ', 'x', '{0..3}', '*2', '@', '@h100', 'split(4,a100)');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(words).map((parts) => parts.join(''))), (text) => {
        const read = parseScheduleText(text);
        if (!read.ok) {
          expect(read.error.position).toBeGreaterThanOrEqual(0);
          expect(read.error.position).toBeLessThanOrEqual(text.length);
          return;
        }
        const printed = printScheduleText(read.value);
        expect(parseScheduleText(printed)).toEqual(read);
      }),
    );
  });
});

describe('a list of methods', () => {
  it('may have sums on adders', () => {
    const text = 'sequential(h100);split(4,a100);blocked(128,h100-fp8)';
    const read = parseMethodList(text);
    expect(read.ok && printMethodList(read.value)).toBe(text);
    expect(parseMethodList('sequential;split(4,k100)')).toMatchObject({ ok: false, error: { position: 19 } });
  });

  it('holds each once and refuses what fits one K only', () => {
    const read = parseMethodList('sequential; lanes(8) ;sequential;kahan');
    expect(read.ok && read.value.map(printMethod)).toEqual(['sequential', 'lanes(8)', 'kahan']);
    expect(parseMethodList('sequential;0,1')).toMatchObject({ ok: false, error: { position: 11 } });
  });
});
