import { placesOf } from '../../charts/aligned-terms';
import { AlignedRows, bitGrid, gridHeight, hasNames } from '../../charts/marks/aligned-rows';
import { useWidth } from '../../charts/use-width';
import type { StepApart } from '../../figure-parts/addition/step-apart';
import { rowTexts, stepLabel } from '../../figure-parts/addition/term-words';
import { powerText, sizeText } from '../../lib/size-text';
import { plural } from '../../lib/words';

/** What one step of an adder cuts off, in words. */
export function groupWords({ adder, aligned, terms, sum, result }: StepApart, name: string): string {
  if (aligned.kept === null) return 'All terms are zero.';
  const losing = terms.filter(({ lost }) => lost !== 0).length;
  const cut = losing === 0 ? 'which cuts none of the' : `which cuts ${losing} of the`;
  const afterwards = adder.joins === 'afterwards' ? ' The sum so far joins afterwards, by an ordinary addition.' : '';
  const last = sum === result ? '' : ` ${adder.accumulator === 'float16' ? 'Rounding' : 'Cutting'} what is left to ${adder.accumulator === 'float16' ? 'float16' : plural(adder.resultBits, 'fraction bit')} then loses ${sizeText(sum - result, 3)}.`;
  return `One step of ${name} cuts below ${powerText(2, aligned.kept.last)}, ${adder.fractionBits} bits below the largest, ${cut} ${plural(terms.length, 'term')}.${afterwards}${last}`;
}

/** The terms of one step in binary, aligned and cut. */
export function GroupBits({ apart, products }: { readonly apart: StepApart; readonly products: readonly number[] }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { aligned, terms } = apart;
  const grid = bitGrid(placesOf(aligned), width);
  const height = gridHeight(grid, terms.length);
  const names = ['sum', ...products.map(String)];
  return (
    <div ref={box} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={stepLabel(aligned, ['the sum so far', ...products.map((k) => `product ${k}`)])}>
          <AlignedRows aligned={aligned} texts={rowTexts(apart, names, !hasNames(grid))} grid={grid} />
        </svg>
      )}
    </div>
  );
}
