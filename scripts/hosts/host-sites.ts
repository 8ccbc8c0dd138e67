import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The sites of e2e/hosts. */
export const HOST_NAMES = ['plain', 'frames', 'docusaurus-mdx', 'vitepress', 'sphinx', 'sphinx-rtd', 'mkdocs', 'mkdocs-material', 'jupyter'] as const;

export type HostName = (typeof HOST_NAMES)[number];

export const HOSTS_FOLDER = 'e2e/hosts';

/** The folder of a host's sources, site and configuration. */
export function builtFolder(name: HostName): string {
  return join(HOSTS_FOLDER, name, 'built');
}

/** The folder of its built site. */
export function siteFolder(name: HostName): string {
  return join(builtFolder(name), 'site');
}

export function isBuilt(name: HostName): boolean {
  return existsSync(join(siteFolder(name), 'index.html'));
}
