/**
 * `npx tsx scripts/judge-table.ts [K,K,…]`: how the judgement treats true changes of order and bugs, with x and W (σ) and
 * without (L). True changes: all pairs of ten families on six kinds of data, with and without a bias, and every recorded
 * library against itself and the others on its own numbers and on six kinds of data. Bugs: 44 kinds on the same data; a bug
 * exceeds if its differences are larger than those between any two of the ten families there. Last, what L makes of sums that
 * cancel more than random ones without a trace in their last bits.
 */
import { readdirSync } from 'node:fs';
import { galleryRecording } from '../src/experiments/gallery-recording.fixture';
import type { JudgedBug, JudgedCase } from '../src/experiments/judge-cases.fixture';
import { isFlagged, judged, judgeKind, pairOf } from '../src/experiments/judge-cases.fixture';
import { DATA_KINDS, dataOfKind, resultOf, tenFamilies } from '../src/experiments/judge-data.fixture';
import { judgeDifference } from '../src/experiments/judge-difference';
import type { Finding } from '../src/experiments/judgement';
import type { LayerData } from '../src/linear/layer';
import { makeLayer } from '../src/linear/make-layer';
import { prepareLayer, runPlan } from '../src/linear/run-plan';
import { planOf } from '../src/recordings/recording';
import type { Recording } from '../src/recordings/recording';
import { layerOf } from '../src/recordings/recording-layer';

const SIZES = process.argv[2]?.split(',').map(Number) ?? [2, 3, 4, 8, 16, 33, 64, 127, 256, 768, 1024, 2048, 4096];

function counts(findings: readonly Finding[]): string {
  const all = new Map<Finding, number>();
  for (const finding of findings) all.set(finding, (all.get(finding) ?? 0) + 1);
  return [...all].sort((a, b) => b[1] - a[1]).map(([finding, count]) => `${finding} ${count}`).join(', ');
}

function line(name: string, cases: readonly JudgedCase[]): void {
  console.log(`${name.padEnd(28)} σ: ${counts(cases.map(({ bySigma }) => bySigma)).padEnd(36)} L: ${counts(cases.map(({ byOutputs }) => byOutputs))}`);
}

function share(bugs: readonly JudgedBug[], rule: 'bySigma' | 'byOutputs'): string {
  const flagged = bugs.filter((bug) => isFlagged(bug[rule])).length;
  return `${flagged} of ${bugs.length} (${((100 * flagged) / bugs.length).toFixed(1)} %)`;
}

interface Hidden {
  readonly N: number;
  /** How far the difference is above its limit for `normal`, relative to √K. */
  readonly excess: number;
  /** The largest difference relative to their median. */
  readonly outlier: number;
  readonly isFlagged: boolean;
}

/** Pairs of ten families on sums that cancel 2 to 256 times more than random ones, above normal although their last bits say nothing. */
function hiddenCancellations(K: number): Hidden[] {
  const found: Hidden[] = [];
  for (const N of [16, 32, 128]) {
    for (const more of [2, 4, 8, 16, 32, 64, 256]) {
      for (let seed = 1; seed <= (K > 256 ? 2 : 6); seed++) {
        const bias = seed % 2 === 0;
        const layer = makeLayer({ kind: 'cancelling', seed: seed + 100 * more + K, condition: more * Math.sqrt(K) }, { inFeatures: K, outFeatures: N, rows: 1, bias });
        const results = tenFamilies(K, bias).map((order) => resultOf(layer, order));
        results.forEach((a, i) => {
          for (const b of results.slice(i + 1)) {
            const { finding, share, grains, absolute } = judgeDifference(pairOf(a, b), { products: K, hasBias: bias, layer: null });
            if (share === null || share.value <= 1 || grains === null || Math.max(grains.actual.cancellation, grains.expected.cancellation) > 1) continue;
            found.push({ N, excess: share.value / Math.sqrt(K), outlier: absolute.value / absolute.median, isFlagged: isFlagged(finding) });
          }
        });
      }
    }
  }
  return found;
}

/** The first recorded row at every batch size with other orders, on the recorded numbers or others. */
function callsOf(recording: Recording, layer: LayerData): Float32Array[] {
  const prepared = prepareLayer(layer);
  return recording.calls.map(({ classes }) => {
    const out = new Float32Array(layer.outFeatures);
    runPlan(planOf(classes[0]!.plan), prepared, 0, out);
    return out;
  });
}

/** Compares each result with the one before it and the first, if their bits differ. */
function neighbours(name: string, layer: LayerData, results: readonly Float32Array[]): JudgedCase[] {
  return results.flatMap((b, i) => [...new Set([0, i - 1])].filter((j) => j >= 0 && j < i).map((j) => judged(name, 'torch', layer, results[j]!, b))).filter(({ bySigma }) => bySigma !== 'equal');
}

const recordings = readdirSync(new URL('../public/recordings', import.meta.url))
  .filter((file) => file !== 'index.json')
  .map((file) => file.replace('.json', ''))
  .map((name) => ({ name, recording: galleryRecording(name) }));

console.log('Recorded libraries: batch sizes against one another, on the recorded numbers; results that differ');
const changes: JudgedCase[] = [];
for (const { name, recording } of recordings) {
  const all = layerOf(recording);
  const layer = { ...all, rows: 1, x: all.x.slice(0, all.inFeatures) };
  const cases = neighbours(name, layer, callsOf(recording, layer));
  changes.push(...cases);
  if (cases.length > 0) line(`  ${name}`, cases);
}

console.log('\nRecorded libraries, all calls one after the other, on six kinds of data; results that differ');
for (const [K, N] of [[4, 8], [127, 33], [768, 768]] as const) {
  for (const kind of DATA_KINDS) {
    const layer = dataOfKind(kind, K, N, 31, true);
    const results = recordings.filter(({ recording: { operation } }) => operation.inFeatures === K && operation.outFeatures === N && operation.bias).flatMap(({ recording }) => callsOf(recording, layer));
    const cases = neighbours(`${K} → ${N}`, layer, results);
    changes.push(...cases);
    line(`  ${K} → ${N}, ${kind}`, cases);
  }
}

console.log('\nTen families, 45 pairs with a bias and 45 without, 64 outputs; above K = 256 18 pairs and 32 outputs');
const bugs: JudgedBug[] = [];
for (const K of SIZES) {
  for (const kind of DATA_KINDS) {
    const tables = [true, false].map((bias) => judgeKind(kind, K, K > 256 ? 32 : 64, 11 + K, bias, K > 256 ? 'some' : 'all'));
    const cases = tables.flatMap((table) => table.changes);
    changes.push(...cases);
    bugs.push(...tables.flatMap((table) => table.bugs));
    line(`  K = ${K}, ${kind}`, cases);
  }
}

const exceeding = bugs.filter(({ exceeds }) => exceeds);
console.log('\nBugs that exceed what orders do, flagged');
for (const name of new Set(bugs.map((bug) => bug.name))) {
  const those = exceeding.filter((bug) => bug.name === name);
  console.log(`  ${name.padEnd(42)} exceeds ${String(those.length).padStart(3)} of ${bugs.filter((bug) => bug.name === name).length}   σ ${share(those, 'bySigma').padEnd(24)} L ${share(those, 'byOutputs')}`);
}
console.log('\nBy kind of data');
for (const kind of DATA_KINDS) {
  const those = exceeding.filter((bug) => bug.kind === kind);
  console.log(`  ${kind.padEnd(12)} σ ${share(those, 'bySigma').padEnd(24)} L ${share(those, 'byOutputs')}`);
}
console.log('\nSums that cancel more than random ones: pairs above normal whose last bits don’t show it');
for (const K of SIZES.filter((size) => size >= 4)) {
  const hidden = hiddenCancellations(K);
  const most = (which: keyof Pick<Hidden, 'excess' | 'outlier'>): string => hidden.reduce((largest, one) => Math.max(largest, one[which]), 0).toFixed(2);
  console.log(`  K = ${K}: ${hidden.length}, by up to ${most('excess')}·√K; largest to median difference ${most('outlier')}; flagged ${hidden.filter((one) => one.isFlagged).length}`);
}
const above = changes.filter(({ bySigma }) => isFlagged(bySigma)).length;
const aboveL = changes.filter(({ byOutputs }) => isFlagged(byOutputs)).length;
console.log(`\n${changes.length} true changes: above normal σ ${above}, L ${aboveL}; L cannot tell ${changes.filter(({ byOutputs }) => byOutputs === 'no-scale').length}`);
console.log(`${exceeding.length} bugs that exceed: σ ${share(exceeding, 'bySigma')}, L ${share(exceeding, 'byOutputs')}`);
process.exitCode = above + aboveL > 0 ? 1 : 0;
