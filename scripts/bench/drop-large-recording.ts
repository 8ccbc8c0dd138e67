/**
 * Makes a recording of a layer N → N and drops it on the page: it has one product per output, so that its outputs are
 * known. Runs in the page.
 *
 * @param N 4096 are 64 MiB of weights
 * @returns milliseconds of each frame since then, a list that keeps growing
 */
export function dropLargeRecording(N: number): { readonly frames: number[] } {
  const base64 = (array: Float32Array): string => {
    const bytes = new Uint8Array(array.buffer);
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x6000) text += btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000)));
    return text;
  };
  const x = new Float32Array(N);
  x[7] = 1.5;
  const weight = new Float32Array(N * N);
  const out = new Float32Array(N);
  for (let j = 0; j < N; j++) out[j] = 1.5 * (weight[j * N + 7] = j / 4);
  const recording = {
    format: 'summation-orders', version: 1, recordedOn: '2026-01-01',
    library: { name: 'Made up', version: '1', backend: 'none' }, machine: { cpu: 'none', threads: 1, os: 'none' },
    operation: { name: 'linear', dtype: 'float32', inFeatures: N, outFeatures: N, bias: false },
    data: { source: 'inline', x: base64(x), weight: base64(weight) },
    kernels: [{ batch: 1, row: 0, columns: [[0, N - 1]], order: `0..${N - 1}` }],
    outputs: [{ batch: 1, row: 0, bits: base64(out) }],
  };
  const data = new DataTransfer();
  data.items.add(new File([JSON.stringify(recording)], 'large.json'));
  const frames: number[] = [];
  let last: number | null = null;
  const tick = (now: number): void => {
    if (last !== null) frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  // By then it has been made, so that does not show in the frame times.
  setTimeout(() => {
    requestAnimationFrame(tick);
    document.querySelector('main')!.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, 500);
  return { frames };
}
