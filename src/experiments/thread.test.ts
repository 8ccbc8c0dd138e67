import { describe, expect, it } from 'vitest';
import { meanOrderOf } from '../recordings/mean-order';
import { THREAD } from '../recordings/thread';
import { galleryRecording } from './gallery-recording.fixture';
import { runToEnd } from './step';
import { thread } from './thread';

function lines(name: string, recording = name, seed = 72) {
  const found = THREAD.find((one) => one.name === `linear-${name}`)!;
  const recorded = recording.includes('-') ? recording : `mkl-2020.4-${name}`;
  const uniform = recorded.startsWith('mkl') ? 'separate' : 'fused';
  return runToEnd(thread({ thread: found, recording: galleryRecording(recorded), seed, uniform, meanOrder: meanOrderOf(found) }));
}

describe('the thread', () => {
  it('prints its 35 numbers, to the last digit', () => {
    const printed: string[] = [];
    for (const name of ['4x8', '768x768']) {
      for (const { meanText, outputTexts, printed: said, provenance } of lines(name).values) {
        expect([meanText, ...outputTexts]).toEqual([said.mean, ...(said.first5 ?? [])]);
        expect(provenance).toBe('recorded');
        printed.push(meanText, ...outputTexts);
      }
    }
    expect(printed).toHaveLength(35);
  });

  it('prints other numbers from another seed', () => {
    const means = lines('4x8', '4x8', 73).values.map(({ meanText }) => meanText);
    expect(means).toHaveLength(5);
    expect(means).not.toContain('0.12711986899375916');
  });

  it('hides in equal means what the outputs show, on PyTorch 2.13', () => {
    const { values } = lines('4x8', 'pytorch-2.13-mkl-4x8');
    expect(new Set(values.map(({ meanText }) => meanText)).size).toBe(1);
    const sixteen = values.find(({ batch }) => batch === 16)!.values;
    const one = values.find(({ batch }) => batch === 1)!.values;
    expect(one.filter((value, j) => !Object.is(value, sixteen[j]))).toHaveLength(3);
  });

  it('says why a recording of another size can’t be used', () => {
    const { values, problem } = lines('4x8', 'pytorch-1.13-openblas-768x768');
    expect(values).toEqual([]);
    expect(problem?.message).toContain('was recorded at 768 → 768, not at 4 → 8');
  });
});
