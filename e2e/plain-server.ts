import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A page that is no file; HTML unless its headers say otherwise. */
export interface ServedPage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PlainServer {
  /** With a slash at its end. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * The plainest of static servers: files and their types, no permission for other origins, nothing else.
 *
 * @param pages what is answered under a path, before files are looked for; more may be added
 * @param headers of every answer
 */
export async function plainServer(folder: string | null, pages: ReadonlyMap<string, ServedPage> = new Map(), headers: Readonly<Record<string, string>> = {}): Promise<PlainServer> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const page = pages.get(path);
    const file = folder === null ? null : join(folder, path.endsWith('/') ? `${path}index.html` : path);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (page !== undefined) response.writeHead(200, { 'content-type': TYPES['.html'], ...page.headers }).end(page.body);
    else if (file !== null && existsSync(file) && statSync(file).isFile()) {
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => (error ? failed(error) : closed()));
        server.closeAllConnections();
      }),
  };
}
