/**
 * `<batch-of-one figure="heatmap" preset="stripes">`: a figure of Batch of One in somebody's page, in a sandboxed frame
 * with the figure's height and the page's theme. Built as dist/embed.js, which a page loads as a plain script;
 * docs/embedding.md documents its attributes and events.
 */
import { EMBED_NAME, EMBED_PERMISSIONS, EMBED_SANDBOX, EMBED_VERSION, MOST_EMBED_HEIGHT } from '../lib/embed-protocol';
import { DARK_SCHEME, hex, isOnDark, linkColour } from './host-look';

/** The embed lies beside this script. */
const EMBED = new URL('embed.html', (document.currentScript as HTMLScriptElement).src).href;

/** Attributes that the embed's address carries under the same names. */
const CARRIED = ['figure', 'preset', 'controls', 'readonly', 'layout'];

/** Height in CSS pixels until the embed reports its own. */
const FIRST_HEIGHT = 480;

/** Themes often change in a transition: look again when it must be over. */
const TRANSITION_MS = 400;

class BatchOfOne extends HTMLElement {
  static readonly observedAttributes = [...CARRIED, 'settings', 'theme', 'accent', 'height', 'title'];

  readonly #frame = document.createElement('iframe');
  /** Whether the embed is listening. */
  #ready = false;
  #told = '';

  readonly #hostChanged = (): void => {
    this.#tellLook();
    setTimeout(() => this.#tellLook(), TRANSITION_MS);
  };

  readonly #observer = new MutationObserver(this.#hostChanged);

  constructor() {
    super();
    const frame = this.#frame;
    frame.setAttribute('sandbox', EMBED_SANDBOX);
    frame.allow = EMBED_PERMISSIONS;
    frame.loading = 'lazy';
    // One property at a time, which a Content-Security-Policy for styles permits.
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
    // The content between the tags is for pages without scripts; a shadow root hides it.
    this.attachShadow({ mode: 'open' }).append(frame);
  }

  connectedCallback(): void {
    this.style.display ||= 'block';
    this.#open();
    addEventListener('message', this.#hear);
    DARK_SCHEME.addEventListener('change', this.#hostChanged);
    // Pages keep their theme in classes and data attributes of the root elements.
    for (const root of [document.documentElement, document.body]) this.#observer.observe(root, { attributes: true });
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    DARK_SCHEME.removeEventListener('change', this.#hostChanged);
    this.#observer.disconnect();
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    if (name === 'title') this.#name();
    else if (name === 'theme' || name === 'accent') this.#tellLook();
    else if (name === 'settings' && this.#ready) this.#tell({ type: name, [name]: this.#get(name) });
    else if (name !== 'height') this.#open();
  }

  #get(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  #name(): void {
    this.#frame.title = this.title || `Batch of One: ${this.#get('figure') || this.#get('preset')}`;
  }

  /** Loads the embed that the attributes describe. */
  #open(): void {
    this.#ready = false;
    this.#name();
    const look = this.#look();
    const query = new URLSearchParams(look);
    // `readonly` without a value means yes.
    for (const name of CARRIED) if (this.hasAttribute(name)) query.set(name, this.#get(name) || '1');
    this.#frame.style.height = `${Number(this.#get('height')) || FIRST_HEIGHT}px`;
    this.#frame.src = `${EMBED}?${query}&${this.#get('settings')}`;
    this.#told = JSON.stringify(look);
  }

  /** Theme and accent for the embed, from the attributes or the page. */
  #look(): Record<'theme' | 'accent', string> {
    const theme = this.#get('theme');
    const accent = this.#get('accent');
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : isOnDark(this) ? 'dark' : 'light',
      accent: accent === 'auto' ? linkColour(this) : accent && hex(accent),
    };
  }

  #tellLook(): void {
    const look = this.#look();
    const text = JSON.stringify(look);
    if (!this.#ready || this.#told === text) return;
    this.#told = text;
    this.#tell({ type: 'theme', ...look });
  }

  #tell(request: object): void {
    // The sandbox's origin is opaque, so it can't be named as the target.
    this.#frame.contentWindow?.postMessage({ target: EMBED_NAME, version: EMBED_VERSION, ...request }, '*');
  }

  readonly #hear = ({ source, data }: MessageEvent): void => {
    if (source !== this.#frame.contentWindow || data?.source !== EMBED_NAME || data.version !== EMBED_VERSION) return;
    const { type, height } = data;
    if (type === 'ready') {
      this.#ready = true;
      this.#tellLook();
    } else if (type === 'height' && height > 0 && height <= MOST_EMBED_HEIGHT) this.#frame.style.height = `${Math.ceil(height)}px`;
    else if (type === 'settings' || type === 'selection') this.dispatchEvent(new CustomEvent(`${type}-changed`, { detail: data[type], bubbles: true }));
  };
}

// A page may load the script twice.
if (customElements.get(EMBED_NAME) === undefined) customElements.define(EMBED_NAME, BatchOfOne);
