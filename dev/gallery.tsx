import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { BitRow } from '../src/charts/bit-row';
import { Curves } from '../src/charts/curves';
import { Digits } from '../src/charts/digits';
import { foldOrder } from '../src/charts/fold-order';
import { Heatmap } from '../src/charts/heatmap';
import type { HeatmapCell } from '../src/charts/heatmap-cell';
import { SumTree } from '../src/charts/sum-tree';
import { letterOf } from '../src/figure-parts/order-colours';
import { OrderSwatch } from '../src/figure-parts/order-swatch';
import { parseOrder } from '../src/orders/parse-order';
import { Checkbox } from '../src/ui/checkbox';
import { CopyButton } from '../src/ui/copy-button';
import { Dialog } from '../src/ui/dialog';
import field from '../src/ui/field.module.css';
import { Notice } from '../src/ui/notice';
import { NumberField } from '../src/ui/number-field';
import { ProgressLine } from '../src/ui/progress-line';
import { RadioGroup } from '../src/ui/radio-group';
import { SelectField } from '../src/ui/select-field';
import { Slider } from '../src/ui/slider';
import { TextArea } from '../src/ui/text-area';
import '../src/ui/fonts.css';
import '../src/ui/theme.css';
import { BATCHES, BATCH_1, BATCH_16, LONG, N, growth, sweep, tree, wholeBatch } from './gallery-data';
import styles from './gallery.module.css';

function Wide({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.wide}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

const ulps = (d: number): string => `${d > 0 ? '+' : d < 0 ? '−' : ''}${Math.abs(Number(d.toPrecision(3)))}`;

function Maps() {
  const values = useMemo(() => sweep(), []);
  const whole = useMemo(() => wholeBatch(), []);
  const [selected, setSelected] = useState<HeatmapCell | null>({ row: 0, column: 311 });
  const describe = (row: number, column: number): string => `batch ${BATCHES[row]}, output ${column}: ${values[row * N + column] === 0 ? 'equal to the bit' : `${ulps(values[row * N + column]!)} ulp`}`;
  return (
    <>
      <Wide title="Batch sweep">
        <Heatmap label="Differences from batch 16" rows={BATCHES} rowTitle="batch" columnTitle="output" columns={N} values={values} scale={{ kind: 'differences', limit: 12, formatValue: ulps }} caption="Difference from batch 16, in ulp" describe={describe} selected={selected} onSelect={setSelected} />
      </Wide>
      <Wide title="A whole batch, still being computed">
        <Heatmap label="Whole batch" rows={Array.from({ length: 128 }, (_, i) => String(i))} rowTitle="row" columnTitle="output" columns={N} values={whole} scale={{ kind: 'differences', limit: 9, formatValue: ulps }} caption="Difference from one row at a time, in ulp" describe={(row, column) => `row ${row}, output ${column}`} />
      </Wide>
      <Wide title="Few outputs, and very many">
        <Heatmap label="Eight outputs" rows={BATCHES} rowTitle="batch" columnTitle="output" columns={8} values={Float64Array.from({ length: 48 }, (_, i) => [0, 0, 1, -1, 0, 3, -6, 0][(i * 5) % 8]!)} scale={{ kind: 'differences', limit: 6, formatValue: ulps }} caption="Difference from batch 16, in ulp" describe={(row, column) => `batch ${BATCHES[row]}, output ${column}`} />
        <Heatmap label="4096 outputs" rows={['1', '2']} rowTitle="batch" columnTitle="output" columns={4096} values={Float64Array.from({ length: 8192 }, (_, i) => (i % 64 < 40 ? 0 : (i % 7) - 3))} scale={{ kind: 'differences', limit: 6, formatValue: ulps }} caption="Difference from batch 16, in ulp" describe={(row, column) => `row ${row}, output ${column}`} />
      </Wide>
    </>
  );
}

function Trees() {
  const [marked, setMarked] = useState<string | null>(null);
  const [open, setOpen] = useState<ReadonlyMap<string, number>>(new Map());
  const sixteen = useMemo(() => tree('b', BATCH_16), []);
  const one = useMemo(() => tree('a', BATCH_1, sixteen.nodes.at(-1)!.valueText), [sixteen]);
  const long = useMemo(() => tree('c', LONG), []);
  const parsed = parseOrder('0..4 + 8..764:4 + (6..766:4) + (5..765:4 + (7..767:4)) + b', { products: 768, bias: true });
  const folded = parsed.ok ? foldOrder(parsed.value, open) : null;
  const mark = (nodes: typeof one.nodes) => nodes.map((node, i) => ({ ...node, marked: node.id.slice(1) === marked?.slice(1), diverges: node.id === 'a6' || node.id === 'b4', position: i }));
  return (
    <>
      <Wide title="Two trees side by side">
        <div className={styles.pair}>
          <SumTree label="Batch 1: 0 + 1 + (2 + 3) + b" shape={one.shape} nodes={mark(one.nodes)} onHover={setMarked} />
          <SumTree label="Batch 16: *0..3 + b" shape={sixteen.shape} nodes={mark(sixteen.nodes)} onHover={setMarked} />
        </div>
      </Wide>
      <Wide title="Sixteen products; 768 folded (a run opens when it is chosen)">
        <div className={styles.pair}>
          <SumTree label="Sequential" shape={long.shape} nodes={long.nodes} />
          {folded && (
            <SumTree
              label="PyTorch 2.13, batch 1"
              shape={folded}
              onSelect={(id) => {
                const fold = folded.folds.get(Number(id));
                if (fold) setOpen(new Map([...open, [fold.id, (open.get(fold.id) ?? 2) * 2]]));
              }}
              nodes={folded.labels.map((label, i) => ({
                id: String(i),
                label,
                valueText: folded.nodes[i]! < 0 ? '' : String(Math.fround(Math.sin(i + 1) / 3)).slice(0, 11),
                lostText: folded.nodes[i]! < 0 || label === 'b' ? '' : `${(Math.sin(7 * i) * 4).toFixed(1)}e-9`,
                isLeaf: folded.left[i]! < 0,
                fused: folded.fused[i] === 1,
                perStep: folded.perStep[i]!,
                folded: folded.folds.has(i),
              }))}
            />
          )}
        </div>
      </Wide>
    </>
  );
}

function Controls() {
  const [k, setK] = useState(768);
  const [scale, setScale] = useState(0.5);
  const [family, setFamily] = useState('lanes');
  const [unit, setUnit] = useState<'absolute' | 'ulp' | 'relative'>('ulp');
  const [fused, setFused] = useState(true);
  const [order, setOrder] = useState('0..319 + b + (320..543 + (544..766)');
  const [notice, setNotice] = useState<string | null>('K goes from 1 to 4096: 5000 became 4096.');
  const [dialog, setDialog] = useState(false);
  const read = parseOrder(order, { products: 768, bias: true });
  return (
    <section className={styles.controls}>
      <h3>Controls</h3>
      <Slider label="K, products" value={k} min={1} max={4096} scale="log" onChange={setK} onClamped={setNotice} />
      <Slider label="Share" value={scale} min={0} max={1} step={0.01} onChange={setScale} hint="A linear scale with steps of a hundredth." />
      <NumberField label="Seed" value={72} min={0} max={4294967295} integer onChange={() => {}} onClamped={setNotice} hint="Any whole number to 4294967295." />
      <SelectField label="Order" value={family} onChange={setFamily} options={[{ value: 'lanes', label: 'lanes', group: 'Trees' }, { value: 'pairwise', label: 'pairwise', group: 'Trees' }, { value: 'kahan', label: 'Kahan', group: 'Other sums' }]} />
      <RadioGroup legend="Unit" value={unit} onChange={setUnit} options={[{ value: 'absolute', label: 'absolute' }, { value: 'ulp', label: 'ulp' }, { value: 'relative', label: 'of Σ|x·w|' }]} />
      <Checkbox label="Fused multiply-adds" checked={fused} onChange={setFused} hint="Each product joins the sum with one rounding." />
      <TextArea label="Order in the notation" value={order} onChange={setOrder} problem={read.ok ? null : read.error} hint="Each product once, and b once." />
      <ProgressLine label="Growth curves" value={0.4} />
      <Notice message={notice} onDismiss={() => setNotice(null)} />
      <div className={styles.buttons}>
        <CopyButton text="https://example.org/" label="Copy link" confirmation="Link copied" />
        <button type="button" className={field.button} onClick={() => setDialog(true)}>
          Open a dialog
        </button>
        <button type="button" className={field.primary} onClick={() => setNotice('A file was read.')}>
          Use this file
        </button>
      </div>
      <Dialog open={dialog} title="A recording" onClose={() => setDialog(false)}>
        <p>768 of 768 outputs are equal to the bit.</p>
      </Dialog>
    </section>
  );
}

function Gallery() {
  const series = useMemo(() => growth(), []);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  return (
    <main className={styles.page}>
      <h1>Five lines that should agree</h1>
      <p>
        A sum of <em>float32</em> numbers is rounded after every addition, to one part in 2²⁴, so its last digits say in which order it was added up: (a + b) + c ≠ a + (b + c). The bound is
        |computed − exact| ≤ h·u·Σ|x·w|, with u = 2⁻²⁴ ≈ 6·10⁻⁸. <strong>Sequential sums have h ≈ K</strong>, pairwise ones log₂K; “lanes” lie between — as <code>0..764:4 + (2..766:4) + b</code> does.
      </p>
      <h2>Why a library changes the order</h2>
      <p>
        A link to <a href="#theme">the drawing</a>. The same number twice: <Digits text="-0.18033519387245178" against="-0.1803351640701294" /> and <Digits text="-0.1803351640701294" />. The code:
      </p>
      <pre>
        <code>{'y1 = linear(x[:1])\ny16 = linear(x[:16])[:1]\nprint((y1 == y16).all())'}</code>
      </pre>
      <div className={styles.bits}>
        <BitRow value={Math.fround(-0.18033519)} against={Math.fround(-0.18033516)} label="batch 1" legend />
        <BitRow value={Math.fround(-0.18033516)} against={Math.fround(-0.18033519)} label="batch 16" />
      </div>
      <ul className={styles.palette} aria-label="Colours of the orders">
        {Array.from({ length: 16 }, (_, i) => (
          <li key={i}>
            <OrderSwatch mark={{ colour: `var(--order-${i})`, ink: `var(--on-order-${i})`, letter: letterOf(i), repeated: false }} /> {i}
          </li>
        ))}
      </ul>
      <Maps />
      <Trees />
      <Wide title="How error grows">
        <Curves label="Error against K" series={series} xTitle="K" yTitle="error, relative to Σ|x·w|" formatY={(y) => y.toExponential(1)} highlighted={highlighted} onHighlight={setHighlighted} />
      </Wide>
      <Controls />
    </main>
  );
}

createRoot(document.getElementById('root')!).render(<Gallery />);
