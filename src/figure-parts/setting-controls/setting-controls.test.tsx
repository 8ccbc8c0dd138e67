import { createElement } from 'react';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { PartId } from '../../share/figure-settings';
import { FIRST_PARTS } from '../../share/part-values';
import { PageHost } from '../../store/page-host';
import { HostContext, PartContext } from '../../store/use-store';
import { PresentationContext } from '../../ui/presentation';
import { SettingRadios, SettingSelect } from './setting-choice';
import { SettingEither, SettingFlag } from './setting-flag';
import { SettingNumber } from './setting-number';
import type { SettingControlProps } from './use-setting';
import { useSetting } from './use-setting';

function drawn(part: PartId, control: ReactElement, { controls = 'all' as 'all' | readonly string[], readOnly = false } = {}) {
  const host = new PageHost(null);
  const presentation = { controls, readOnly, asks: false, compact: false, embedded: true, stage: false } as const;
  const html = renderToStaticMarkup(createElement(PresentationContext, { value: presentation }, createElement(HostContext, { value: host }, createElement(PartContext, { value: part }, control))));
  return { html, parts: host.store.getState().parts };
}

/** The texts between the tags. */
const words = (html: string): string[] => html.split(/<[^>]*>/).filter((text) => text !== '');

describe('a control of a setting', () => {
  it('takes label, range and value from the table of its part', () => {
    const network = drawn('depth', <SettingNumber of="netWidth" slider="linear" />).html;
    expect(words(network)[0]).toBe('Width');
    expect(network).toMatch(/max="512".* value="256"/);
    expect(drawn('depth', <SettingNumber of="netInputs" />).html).toContain('value="2000"');
    expect(words(drawn('stepper', <SettingSelect of="data" />).html)[0]).toBe('Numbers');
  });

  it('is in the words of its use where those are given', () => {
    expect(words(drawn('stepper', <SettingFlag of="kahan" label="Beside it" hint="A hint." />).html)).toEqual(['Beside it', 'A hint.']);
    expect(words(drawn('stepper', <SettingEither of="fused" label="Products are" names={['rounded first', 'fused']} />).html)).toEqual(['Products are', 'rounded first', 'fused']);
    expect(words(drawn('stepper', <SettingRadios of="scale" names={{ bound: 'the bound', errors: 'their own' }} />).html)).toEqual(['Errors drawn to', 'the bound', 'their own']);
  });

  it('offers the options that have a name on the page, and the one that is chosen', () => {
    expect(words(drawn('lab', <SettingSelect of="uniform" />).html)).toEqual(['uniform_ rounds its product', 'no, fused (today’s builds)', 'yes (builds of 2020)']);
    expect(words(drawn('depth', <SettingRadios of="netBetween" />).html)).toEqual(['Between layers', 'float32', 'bfloat16']);
    expect(words(drawn('switchboard', <SettingRadios of="data" names={{ normal: 'normal' }} />).html)).toEqual(['Data', 'normal', 'torch']);
  });

  it('gives way to what stands there otherwise where its setting is not shown', () => {
    const control = <SettingNumber of="netWidth" otherwise="256 wide" />;
    expect(drawn('depth', control, { controls: ['ndepth'] }).html).toBe('256 wide');
    expect(drawn('depth', control, { controls: ['nwidth'] }).html).toContain('Width');
    expect(drawn('depth', <SettingNumber of="netWidth" sets={['pattern']} />, { controls: ['pattern'] }).html).toContain('Width');
  });

  it('says so where the part has no such setting', () => {
    expect(() => drawn('nearer', <SettingNumber of="netWidth" />)).toThrow('nearer has no setting netWidth.');
  });
});

describe('what a control sets', () => {
  function Setter({ to, ...of }: SettingControlProps<'netBatch', number> & { readonly to: number }) {
    useSetting(of).set(to);
    return null;
  }

  it('is its setting in its part, and what belongs to that', () => {
    const { parts } = drawn('switchboard', <Setter of="netBatch" to={8} also={(rows) => ({ inFeatures: 10 * rows })} />);
    expect(parts).toEqual({ ...FIRST_PARTS, switchboard: { ...FIRST_PARTS.switchboard, netBatch: 8, inFeatures: 80 } });
  });

  it('is nothing where the presentation is read-only', () => {
    expect(drawn('switchboard', <Setter of="netBatch" to={8} />, { readOnly: true }).parts).toEqual(FIRST_PARTS);
  });
});
