import { describe, expect, it } from 'vitest';
import { staticText } from './static-text';

describe('the text of a component', () => {
  it('is what is read on the screen: no markup, signs as they are, blocks apart', () => {
    expect(
      staticText(
        <div>
          <p>
            a &lt; b &amp; <strong>c</strong>
          </p>
          <p>
            It’s {2} {'“'}d{'”'} &quot;e&quot; {"'"}f{"'"}
          </p>
        </div>,
      ),
    ).toBe('a < b & c It’s 2 “d” "e" \'f\'');
  });
});
