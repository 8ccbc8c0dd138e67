/**
 * Writes the one model needed to record ONNX Runtime: a linear layer as exported by PyTorch. The field numbers are
 * those of onnx.proto (ONNX 1.14, IR version 8); the wire format is Protocol Buffers.
 */
import type { LayerCallShape } from './library';

const IR_VERSION = 8;
/** Allows Gemm without its third input, and has every operator used here in its current form. */
const OPSET_VERSION = 13;
const FLOAT = 1;

/** How the layer is expressed: one Gemm with W as it is, or MatMul with Wᵀ and Add, as for inputs of more than two dimensions. */
export type OnnxForm = 'gemm' | 'matmul';

/**
 * The bytes of a model with the input `x` (batch × K), the output `y` (batch × N) and, with a bias, the input `b` (N).
 *
 * @param weight N × K for `gemm`, K × N for `matmul`, stored in the model as a constant; null makes it the input `w`
 */
export function onnxModel(form: OnnxForm, { batch, inFeatures, outFeatures, bias }: LayerCallShape, weight: Float32Array | null): Uint8Array {
  const weightShape = form === 'gemm' ? [outFeatures, inFeatures] : [inFeatures, outFeatures];
  const inputs = [valueInfo('x', [batch, inFeatures])];
  if (weight === null) inputs.push(valueInfo('w', weightShape));
  if (bias) inputs.push(valueInfo('b', [outFeatures]));
  const graph = message(
    ...nodesOf(form, bias).map((node) => bytes(1, node)),
    text(2, 'linear'),
    ...(weight === null ? [] : [bytes(5, tensor('w', weightShape, weight))]),
    ...inputs.map((input) => bytes(11, input)),
    bytes(12, valueInfo('y', [batch, outFeatures])),
  );
  return message(varint(1, IR_VERSION), bytes(7, graph), bytes(8, message(text(1, ''), varint(2, OPSET_VERSION))));
}

function nodesOf(form: OnnxForm, bias: boolean): Uint8Array[] {
  if (form === 'gemm') return [node('Gemm', bias ? ['x', 'w', 'b'] : ['x', 'w'], 'y', bytes(5, integerAttribute('transB', 1)))];
  if (!bias) return [node('MatMul', ['x', 'w'], 'y')];
  return [node('MatMul', ['x', 'w'], 'product'), node('Add', ['product', 'b'], 'y')];
}

function node(operator: string, inputs: readonly string[], output: string, ...attributes: Uint8Array[]): Uint8Array {
  return message(...inputs.map((input) => text(1, input)), text(2, output), text(4, operator), ...attributes);
}

/** AttributeProto of type INT. */
function integerAttribute(name: string, value: number): Uint8Array {
  return message(text(1, name), varint(3, value), varint(20, 2));
}

function tensor(name: string, shape: readonly number[], values: Float32Array): Uint8Array {
  // ONNX is little-endian, and so is every machine that runs Node.
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return message(...shape.map((size) => varint(1, size)), varint(2, FLOAT), text(8, name), bytes(9, raw));
}

function valueInfo(name: string, shape: readonly number[]): Uint8Array {
  const dimensions = message(...shape.map((size) => bytes(1, varint(1, size))));
  const tensorType = message(varint(1, FLOAT), bytes(2, dimensions));
  return message(text(1, name), bytes(2, bytes(1, tensorType)));
}

function message(...fields: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(fields.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const field of fields) {
    whole.set(field, at);
    at += field.length;
  }
  return whole;
}

/** A field with a non-negative integer. */
function varint(field: number, value: number): Uint8Array {
  return Uint8Array.from([...varintBytes(field << 3), ...varintBytes(value)]);
}

/** A field with length-prefixed bytes. */
function bytes(field: number, value: Uint8Array): Uint8Array {
  return message(Uint8Array.from([...varintBytes((field << 3) | 2), ...varintBytes(value.length)]), value);
}

function text(field: number, value: string): Uint8Array {
  return bytes(field, new TextEncoder().encode(value));
}

/** Seven bits per byte, lowest first; the top bit says that more follow. */
function varintBytes(value: number): number[] {
  const seven: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) seven.push((rest % 128) | 128);
  return [...seven, rest];
}
