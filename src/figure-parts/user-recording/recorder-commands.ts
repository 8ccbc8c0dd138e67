/** One way to make a recording: what it is for, and what to type. */
export interface RecorderCommand {
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

/** What `--library` takes, and its name. */
const LIBRARIES = [['torch', 'PyTorch'], ['numpy', 'NumPy'], ['jax', 'JAX'], ['tensorflow', 'TensorFlow'], ['onnxruntime', 'ONNX Runtime']] as const;

const OPTIONS = '--in 768 --out 768 --batches 1,2,4,8,16,128 --output my-machine.json';

/** What to run in the folder of record_orders.py, on the command line or from Python. */
export const RECORDER_COMMANDS: readonly RecorderCommand[] = [
  ...LIBRARIES.map(([id, label]) => ({ id, label, code: `python record_orders.py --library ${id} ${OPTIONS}` })),
  { id: 'gpu', label: 'PyTorch on a GPU', code: '# --dtype: float32, tf32, bfloat16 or float16; JAX: --library jax\npython record_orders.py --device cuda --dtype bfloat16 --output my-gpu.json' },
  {
    id: 'module',
    label: 'Your own nn.Linear',
    code: ['from record_orders import record_module, save', '', '# layer: your torch.nn.Linear; x: its inputs, a tensor of 16 rows or more', 'save(record_module(layer, x, batches=[1, 2, 4, 8, 16]), "my-layer.json")'].join('\n'),
  },
  {
    id: 'function',
    label: 'Any function',
    code: ['from record_orders import record, save', '', '# x (rows, K), weight (N, K), bias (N): float32 arrays', 'linear = lambda x, weight, bias: x @ weight.T + bias', 'library = {"name": "My library", "version": "1.0"}', 'save(record(linear, x, weight, bias, batches=[1, 16], library=library), "my-function.json")'].join('\n'),
  },
];
