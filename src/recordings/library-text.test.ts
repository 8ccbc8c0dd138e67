import { describe, expect, it } from 'vitest';
import { gpuRecording } from '../testing/gpu-recording';
import { formatsText, libraryInBrackets, libraryLine, libraryName, recordedText } from './library-text';

describe('a library’s name', () => {
  const whole = { name: 'PyTorch', version: '2.13.0', backend: 'MKL 2024.2' };
  const bare = { name: 'your function', version: '', backend: '' };

  it('has version and backend', () => {
    expect([libraryName(whole), libraryLine(whole), libraryInBrackets(whole), libraryInBrackets(whole, '4 threads')]).toEqual(['PyTorch 2.13.0', 'PyTorch 2.13.0, MKL 2024.2', 'PyTorch 2.13.0 (MKL 2024.2)', 'PyTorch 2.13.0 (MKL 2024.2, 4 threads)']);
  });

  it('leaves out what a file does not say', () => {
    expect([libraryName(bare), libraryLine(bare), libraryInBrackets(bare), libraryInBrackets(bare, '4 threads')]).toEqual(['your function', 'your function', 'your function', 'your function (4 threads)']);
    expect(libraryLine({ ...whole, version: ' ' })).toBe('PyTorch, MKL 2024.2');
    expect(libraryLine({ name: '', version: '', backend: '' })).toBe('a library without a name');
  });
});

describe('where a recording comes from', () => {
  it('names formats that are not float32, and the GPU instead of the processor', () => {
    expect(recordedText(gpuRecording('h100-float8'))).toBe('Recorded on 2026-11-28 from A simulated GPU 1 (h100-fp8) at 150 → 12 in float8_e4m3, bfloat16 results, NVIDIA H100 (simulated).');
    expect(['h100-bfloat16', 'h100-tf32'].map((name) => formatsText(gpuRecording(name).operation))).toEqual(['bfloat16', 'TF32']);
    expect(formatsText({ dtype: 'bfloat16', output: 'float32' })).toBe('bfloat16, float32 results');
  });
});
