import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findOnPath } from '../../scripts/find-command';
import type { Engine, Tab } from './tab';

/** WebKit’s own small browser, which lies beside its library. */
function findMiniBrowser(): string | null {
  const library = '/usr/lib';
  const places = existsSync(library) ? readdirSync(library).flatMap((folder) => ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => join(library, folder, name, 'MiniBrowser'))) : [];
  return places.find((path) => existsSync(path)) ?? null;
}

/** Without a graphics card every layer that is composed costs a copy: the page is painted as one, in half the time. */
const PAINTING = { WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' };

const findDriver = (): string | null => findOnPath(['WebKitWebDriver']);
const findScreen = (): string | null => findOnPath(['Xvfb']);

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

/** A screen of its own, on a display that the server chooses. */
async function openScreen(): Promise<{ readonly process: ChildProcess; readonly display: string }> {
  const screen = spawn(findScreen()!, ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((chosen, failed) => {
    screen.stdio[3]!.on('data', (data: Buffer) => chosen(data.toString().trim()));
    screen.on('exit', () => failed(new Error('Xvfb could not be started.')));
  });
  return { process: screen, display: `:${number}` };
}

/** Commands of the WebDriver protocol (w3.org/TR/webdriver2) to a session. */
type Command = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

function commander(address: string): Command {
  return async (method, path, body) => {
    const answer = await fetch(address + path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${(value as { message: string }).message}`);
    return value;
  };
}

async function open(): Promise<Tab> {
  const screen = await openScreen();
  const port = await freePort();
  const driver = spawn(findDriver()!, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, ...PAINTING, DISPLAY: screen.display, GDK_BACKEND: 'x11' } });
  const end = (): void => {
    driver.kill();
    screen.process.kill();
  };
  try {
    const command = commander(`http://127.0.0.1:${port}`);
    for (let tries = 0; !(await command('GET', '/status').then(() => true, () => false)); tries++) {
      if (tries === 100) throw new Error('WebKitWebDriver does not answer.');
      await new Promise((later) => setTimeout(later, 100));
    }
    const { sessionId } = (await command('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] }, timeouts: { script: 180_000 } } },
    })) as { sessionId: string };
    const session: Command = (method, path, body) => command(method, `/session/${sessionId}${path}`, body);
    return {
      // The driver tells nothing of the console.
      said: [],
      goto: async (url) => void (await session('POST', '/url', { url })),
      resize: async (width, height) => void (await session('POST', '/window/rect', { x: 0, y: 0, width, height })),
      evaluate: async <A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R> => {
        const script = `const [given, done] = arguments; (async () => (${run.toString()})(given))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const { value, error } = (await session('POST', '/execute/async', { script, args: [given] })) as { value: R; error?: string };
        if (error !== undefined) throw new Error(error);
        return value;
      },
      close: async () => {
        await session('DELETE', '');
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

export const WEBKIT: Engine = {
  name: 'WebKit',
  missing: () => (findDriver() === null || findMiniBrowser() === null || findScreen() === null ? 'needs WebKitWebDriver, MiniBrowser and Xvfb, Debian’s packages webkit2gtk-driver and xvfb' : null),
  open,
};
