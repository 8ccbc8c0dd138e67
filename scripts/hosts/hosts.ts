import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import { pythonWith, runPython } from '../../src/testing/python';
import type { Sources } from './host-sources';
import { builtFolder, HOSTS_FOLDER, siteFolder } from './host-sites';
import type { HostName } from './host-sites';
import { docusaurusSources, framePages, jupyterCells, mkdocsSources, plainSources, sphinxSources, vitepressSources } from './host-sources';

/** Somebody else's site with figures in it. */
export interface Host {
  /** What has to be installed, in words; null if everything is there. */
  readonly missing: () => string | null;
  /** Builds the site, with the page served at this address. */
  readonly build: (page: string) => Promise<void> | void;
}

function writeFiles(folder: string, files: Sources): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A fresh folder with the host's sources. */
function sourceFolder(name: HostName, sources: Sources): string {
  rmSync(builtFolder(name), { recursive: true, force: true });
  const folder = join(builtFolder(name), 'source');
  writeFiles(folder, sources);
  return folder;
}

/** Runs a builder; if it fails, throws its output. */
function runBuilder(command: string, args: readonly string[], folder = '.'): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
}

function needsPython(modules: readonly string[], packages: string): () => string | null {
  return () => (pythonFor(modules) === null ? `needs ${packages}` : null);
}

/** A Python with all of these modules. */
function pythonFor(modules: readonly string[]): string | null {
  return pythonWith(modules.join(', '));
}

function sphinx(name: HostName, theme: string, packages: string, ...options: readonly string[]): Host {
  const modules = ['sphinx', 'myst_parser', theme];
  return {
    missing: needsPython(modules, packages),
    // Warnings are errors: nobody wants to paste code that Sphinx complains about.
    build: (page) => runBuilder(pythonFor(modules)!, ['-m', 'sphinx', '-W', '-q', '-c', join(HOSTS_FOLDER, 'sphinx'), '-D', `html_theme=${theme}`, ...options, sourceFolder(name, sphinxSources(page)), siteFolder(name)]),
  };
}

function mkdocs(name: HostName, configuration: string, modules: readonly string[], packages: string): Host {
  return {
    missing: needsPython(modules, packages),
    build: (page) => {
      sourceFolder(name, mkdocsSources(page));
      const file = join(builtFolder(name), 'mkdocs.yml');
      cpSync(join(HOSTS_FOLDER, 'mkdocs', configuration), file);
      runBuilder(pythonFor(modules)!, ['-m', 'mkdocs', 'build', '--strict', '--quiet', '--config-file', file]);
    },
  };
}

const vitepress: Host = {
  missing: () => (existsSync(join(HOSTS_FOLDER, 'vitepress/node_modules/vitepress')) ? null : `needs \`npm ci\` in ${HOSTS_FOLDER}/vitepress`),
  build: (page) => {
    const source = sourceFolder('vitepress', vitepressSources(page));
    runBuilder(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build', resolve(source)], join(HOSTS_FOLDER, 'vitepress'));
  },
};

/** MDX compiled and rendered by React, with the configuration's scripts in the head, like Docusaurus. */
const docusaurus: Host = {
  missing: () => null,
  build: async (page) => {
    const folder = sourceFolder('docusaurus-mdx', docusaurusSources(page));
    const { default: site } = (await import(pathToFileURL(resolve(folder, 'docusaurus.config.mjs')).href)) as { default: { scripts: readonly { src: string; async: boolean }[] } };
    for (const name of ['index', 'all']) {
      const { default: Content } = await evaluate(readFileSync(join(folder, `${name}.mdx`), 'utf8'), { ...runtime, baseUrl: import.meta.url });
      const scripts = renderToStaticMarkup(site.scripts.map((attributes) => createElement('script', { ...attributes, key: attributes.src })));
      writeFiles(siteFolder('docusaurus-mdx'), { [`${name}.html`]: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>${scripts}<body>${renderToStaticMarkup(createElement(Content))}</body></html>` });
    }
  },
};

/** Runs a cell like a notebook, and prints the HTML of its last value. */
function notebook(cell: string): string {
  return ['import ast', `tree = ast.parse(${JSON.stringify(cell)})`, 'last = ast.Expression(tree.body.pop().value)', 'names = {}', 'exec(compile(tree, "cell", "exec"), names)', 'print(eval(compile(last, "cell", "eval"), names)._repr_html_())'].join('\n');
}

const jupyter: Host = {
  missing: needsPython(['IPython'], 'IPython'),
  build: (page) => {
    const { index, all } = jupyterCells(page);
    const shown = runPython(pythonFor(['IPython'])!, [...index, ...all].map(notebook));
    plainFiles('jupyter', framePages(page, { index: shown.slice(0, index.length), all: shown.slice(index.length) }));
  },
};

function plainFiles(name: HostName, pages: Sources): void {
  const source = sourceFolder(name, pages);
  cpSync(source, siteFolder(name), { recursive: true });
  for (const file of ['page.css', 'page.js']) cpSync(join(HOSTS_FOLDER, 'plain', file), join(siteFolder(name), file));
}

export const HOSTS: Readonly<Record<HostName, Host>> = {
  plain: { missing: () => null, build: (page) => plainFiles('plain', plainSources(page)) },
  frames: { missing: () => null, build: (page) => plainFiles('frames', framePages(page)) },
  'docusaurus-mdx': docusaurus,
  vitepress,
  sphinx: sphinx('sphinx', 'alabaster', 'Sphinx and MyST-Parser', '-D', 'html_css_files=dark.css'),
  'sphinx-rtd': sphinx('sphinx-rtd', 'sphinx_rtd_theme', 'Sphinx, MyST-Parser and the theme of Read the Docs'),
  mkdocs: mkdocs('mkdocs', 'mkdocs.yml', ['mkdocs'], 'MkDocs'),
  'mkdocs-material': mkdocs('mkdocs-material', 'material.yml', ['mkdocs', 'material'], 'MkDocs and its theme Material'),
  jupyter,
};
