import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The sites of e2e/hosts. */
export const HOST_NAMES = ['plain', 'frames', 'docusaurus-mdx', 'vitepress', 'sphinx', 'sphinx-rtd', 'mkdocs', 'mkdocs-material', 'jupyter'] as const;

export type HostName = (typeof HOST_NAMES)[number];

export const HOSTS_FOLDER = 'e2e/hosts';

/** Where a host's source, site and configuration are made. */
export function builtFolder(name: HostName): string {
  return join(HOSTS_FOLDER, name, 'built');
}

/** Where its site lies once it is built. */
export function siteFolder(name: HostName): string {
  return join(builtFolder(name), 'site');
}

export function isBuilt(name: HostName): boolean {
  return existsSync(join(siteFolder(name), 'index.html'));
}
