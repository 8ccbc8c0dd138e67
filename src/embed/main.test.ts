// @vitest-environment happy-dom
import type { ReactElement } from 'react';
import { cloneElement } from 'react';
import { flushSync } from 'react-dom';
import type * as ReactDom from 'react-dom/client';
import type { Container, Root } from 'react-dom/client';
import { describe, expect, it, vi } from 'vitest';
import { namesOf } from '../share/embed-link';
import type { PartId } from '../share/figure-settings';
import { FIGURE_IDS, partSettings } from '../share/figure-settings';
import { PART_TITLES } from '../share/part-titles';
import type { ChoiceSetting, NumberSetting } from '../share/setting';
import type { Presentation } from '../ui/presentation';
import type { Listener } from '../worker/client';
import { ExperimentClient } from '../worker/client';
import { MainThreadWorker } from '../worker/main-thread-worker';
import type { EngineChoice, ExperimentKind, Experiments, Ran } from '../worker/protocol';

/** Computes each request once, however many addresses make it. */
class RememberingClient extends ExperimentClient {
  private readonly known = new Map<string, { readonly pieces: readonly unknown[]; readonly ran: Ran }>();

  override run<K extends ExperimentKind>(channel: string, kind: K, spec: Experiments[K]['spec'], listener: Listener<K>, engine?: EngineChoice): void {
    const key = JSON.stringify([kind, spec]);
    const known = this.known.get(key);
    if (known !== undefined) {
      for (const piece of known.pieces) listener.partial(piece as Experiments[K]['partial']);
      return listener.done?.(known.ran);
    }
    const pieces: unknown[] = [];
    const remembering: Listener<K> = {
      ...listener,
      partial: (piece) => {
        pieces.push(piece);
        listener.partial(piece);
      },
      done: (ran) => {
        this.known.set(key, { pieces, ran });
        listener.done?.(ran);
      },
    };
    super.run(channel, kind, spec, remembering, engine);
  }
}

const client = new RememberingClient(() => new MainThreadWorker());
vi.mock('./embed-client', () => ({ embedClient: () => client }));

/** A provider of the presentation, within the strict mode. */
type Rendered = ReactElement<{ readonly children: ReactElement<{ readonly value: Presentation }> }>;

/** The embed that was opened last: it ends before the next begins. */
let root: Root | null = null;
let rendered: Rendered;
vi.mock('react-dom/client', async (original) => {
  const client = await original<typeof ReactDom>();
  const createRoot = (container: Container): Root => {
    const one = (root = client.createRoot(container));
    return { unmount: () => one.unmount(), render: (element) => one.render((rendered = element as Rendered)) };
  };
  return { ...client, createRoot };
});
// A frame copies what is selected; a document without a browser has no clipboard.
document.execCommand = () => true;
const listening = vi.spyOn(window, 'addEventListener');

function close(): void {
  root?.unmount();
  for (const [type, listener] of listening.mock.calls) window.removeEventListener(type, listener);
  listening.mockClear();
  heard.length = 0;
}

/** What the page around the embed hears. */
const heard: { readonly type: string; readonly settings?: string }[] = [];
const host = { postMessage: (message: (typeof heard)[number]) => void heard.push(message) };
Object.defineProperty(window, 'parent', { value: host });

function tell(message: object): void {
  window.dispatchEvent(new MessageEvent('message', { source: host as unknown as Window, data: { target: 'batch-of-one', version: 1, ...message } }));
}

/** What was told of its settings. */
function settingsHeard(): (string | undefined)[] {
  return heard.filter(({ type }) => type === 'settings' || type === 'selection').map(({ settings }) => settings);
}

/** Whatever is computed meanwhile. */
const PATIENCE = { timeout: 60_000, interval: 10 };

/** How often one was opened: each has its own name, so that it runs anew; no module that it imports keeps anything of one embed for the next. */
let opened = 0;

/** The embed, started anew from this address, once its numbers are there: in a document, but without layout and paint. */
async function open(query: string): Promise<HTMLElement> {
  close();
  window.history.replaceState(null, '', `/embed.html?${query}`);
  document.body.innerHTML = '<div id="root"><p id="poster"></p></div>';
  opened += 1;
  await import(/* @vite-ignore */ `./main.tsx?opened=${opened}`);
  await vi.waitUntil(() => document.getElementById('poster') === null, PATIENCE);
  return document.querySelector('main')!;
}

/** Lets the open embed show the controls of these settings, as if its address named them; nothing is computed anew. */
function showControls(...controls: readonly string[]): void {
  const provider = rendered.props.children;
  const value: Presentation = { ...provider.props.value, controls, asks: controls.length > 0 };
  flushSync(() => root!.render(cloneElement(rendered, {}, cloneElement(provider, { value }))));
}

/** What sets something, and what could: the animation's two that go through its steps set nothing. */
function controlsIn(main: Element): { readonly fields: number; readonly buttons: number } {
  return { fields: main.querySelectorAll('input, select, textarea, [role="slider"]:not([aria-readonly])').length, buttons: main.querySelectorAll('button').length };
}

const fieldsOfNoSetting = (part: PartId): number => (part === 'walks' ? 1 : 0);

function press(element: Element, keys: readonly string[]): void {
  if (element instanceof HTMLElement) element.focus();
  for (const key of keys) for (const type of ['keydown', 'keyup']) element.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
  for (const type of ['pointerdown', 'pointerup']) element.dispatchEvent(new PointerEvent(type, { clientX: 5, clientY: 5, button: 0, bubbles: true, cancelable: true }));
  element.dispatchEvent(new MouseEvent('click', { clientX: 5, clientY: 5, bubbles: true, cancelable: true }));
}

/** Settings beside which a control is there at all. */
const NEEDS: { readonly [name: string]: string } = {
  'heatmap.against': 'view=rows&batch=4',
  'heatmap.batch': 'view=rows&batch=4',
  'error-growth.view': 'data=cancelling',
  'error-growth.power': 'data=cancelling',
  'verdict.k': 'example=printed',
  'depth.ninputs': 'view=flips&nwidth=16&ndepth=2',
  'lab.cond': 'data=cancelling&k=64&n=64&from=pattern',
  'lab.rec': 'from=recording',
  'lab.orders': 'from=thresholds&k=8&n=8',
  'lab.fused': 'from=thresholds&k=8&n=8',
  ...Object.fromEntries(['batch', 'against', 'layer'].map((name) => [`lab.${name}`, 'view=whole&k=64&n=64&from=pattern'])),
  'lab.cell': 'k=64&n=64&from=pattern&cell=4,1',
  ...Object.fromEntries(['gdata', 'curves', 'gmax', 'gpoints', 'gk', 'trials'].map((name) => [`lab.${name}`, 'view=growth&gmax=6&trials=8'])),
};

/** Settings that leave little to compute. */
const SMALL: { readonly [P in PartId]?: string } = { lab: 'k=64&n=64&from=pattern' };

describe.each([...FIGURE_IDS, 'lab'] as const)('an embed of %s', { timeout: 120_000 }, (part) => {
  it('has a title, no problem, and a way to the part on the full page', async () => {
    const main = await open(`figure=${part}`);
    expect(document.title).toBe(`${PART_TITLES[part]} · Batch of One`);
    expect([...main.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual([PART_TITLES[part]]);
    expect(main.textContent).not.toMatch(/could not|can.t be had/);
    const link = document.querySelector<HTMLAnchorElement>('footer a')!;
    expect(link.getAttribute('href')).toBe(`${window.location.origin}/${part === 'heatmap' ? '?v=2&heatmap.rec=pytorch-2.13-mkl-768x768' : ''}#${part}`);
    expect([link.rel, link.target]).toEqual(['noopener', '_blank']);
  });

  it('shows no control and asks nothing where it is to show none, and has one for each setting that is named', async () => {
    const main = await open(`figure=${part}&controls=none`);
    const none = controlsIn(main);
    expect(none.fields).toBe(fieldsOfNoSetting(part));
    expect(main.textContent).not.toContain('just show me');
    // The map of libraries is set by pointing at it.
    const names = part === 'kernel-map' ? [] : namesOf(part);
    const needsOf = (name: string): string => NEEDS[`${part}.${name}`] ?? SMALL[part] ?? '';
    for (const needs of new Set(names.map(needsOf))) {
      const embed = needs === '' ? main : await open(`figure=${part}&controls=none&${needs}`);
      const without = controlsIn(embed);
      for (const name of names.filter((one) => needsOf(one) === needs)) {
        showControls(name);
        await vi.waitFor(() => {
          const { fields, buttons } = controlsIn(embed);
          expect(fields + buttons, name).toBeGreaterThan(without.fields + without.buttons);
        }, PATIENCE);
      }
    }
  });

  it('sets nothing where it is read-only, whatever is pressed, but what the page around it sets', async () => {
    const main = await open(`figure=${part}&readonly=1`);
    expect(controlsIn(main).fields).toBe(fieldsOfNoSetting(part));
    for (const element of main.querySelectorAll('button, [tabindex="0"], svg, [role="application"], [role="gridcell"]')) press(element, ['ArrowRight', 'Enter', 'ArrowLeft', ' ']);
    const setting = Object.values(partSettings(part)).find((one) => 'min' in one || 'options' in one);
    if (setting === undefined) return;
    const other = 'options' in setting ? (setting as ChoiceSetting<string>).options.find((option) => option !== setting.initial)! : String((setting as NumberSetting).initial + 1);
    tell({ type: 'settings', settings: `${setting.name}=${other}` });
    // What a reader had set would be told with it, or before it.
    await vi.waitFor(() => expect(settingsHeard()).toEqual([`${setting.name}=${other}`]), PATIENCE);
  });
});

describe('an embed of a preset', () => {
  it('shows the part that it is about, in the theme and the layout that are asked for', async () => {
    const main = await open('preset=stripes&theme=dark&layout=compact');
    expect(document.title).toBe(`${PART_TITLES.heatmap} · Batch of One`);
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', layout: 'compact' });
    expect(main.textContent).not.toMatch(/could not|preset/);
    expect(main.querySelectorAll('details')).not.toHaveLength(0);
  });

  it('shows another part that it sets where that is named', async () => {
    const main = await open('preset=stripes&figure=lab');
    expect(main.querySelector('h1')!.textContent).toBe(PART_TITLES.lab);
    expect(main.querySelector('[data-testid="finding"]')!.textContent).toContain('60 at batch 128');
  });

  it('shows the rows of a call where the figure is named that they once were, and stays with them', async () => {
    const main = await open('preset=stripes&figure=neighbours');
    expect(main.querySelector('h1')!.textContent).toBe(PART_TITLES.heatmap);
    const saysOf = (rows: number) => vi.waitFor(() => expect(main.querySelector('[data-testid="finding"]')!.textContent).toContain(`Modelled: in one call of ${rows} rows`), PATIENCE);
    await saysOf(128);
    tell({ type: 'settings', settings: 'batch=16&cell=3,5' });
    await saysOf(16);
    await vi.waitFor(() => expect(settingsHeard()).toContain('cell=3,5&batch=16'), PATIENCE);
  });
});

const MARKUP = '<img src=x onerror="document.title=`interpreted`"><b>bold</b>';

describe('an address that somebody made up', () => {
  it.each([
    ['nothing', '', 1],
    ['no such figure', `figure=${encodeURIComponent(MARKUP)}`, 1],
    ['no such preset', `figure=walks&preset=${encodeURIComponent(MARKUP)}`, 1],
    ['markup in every key', ['figure', 'theme', 'accent', 'controls', 'readonly', 'layout', 'case', 'seed', 'output', MARKUP].map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(MARKUP)}`).join('&'), 1],
    ['truncated escapes', 'figure=heatmap&cell=%E0%A4%A&rec=%&unit', 1],
    ['everything twice', 'figure=stepper&figure=lab&k=8&k=9&order=lanes(8)&order=(', 0],
    ['something huge', `figure=sum-of-three&abc=${'9'.repeat(6000)}`, 1],
    ['names of objects', 'figure=__proto__&preset=constructor&__proto__=1&controls=constructor', 1],
  ])('with %s shows something, says so, and has no markup interpreted', async (_, query, notices) => {
    const main = await open(query);
    expect(main.querySelectorAll('img, b')).toHaveLength(0);
    expect(document.title).toMatch(/ · Batch of One$/);
    expect(document.querySelector('footer a')).not.toBeNull();
    const dismiss = [...main.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Dismiss');
    expect(dismiss.length).toBeGreaterThanOrEqual(notices);
  });
});
