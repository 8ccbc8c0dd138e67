import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findCommand } from './find-command';

/** The headless shell first: it starts faster and renders the same. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'chrome.exe'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags with which a browser runs in a container and makes no requests of its own. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chromium on this machine: named by CHROME_PATH, installed, or Playwright's own; null for none. */
export function findBrowser(): string | null {
  const found = findCommand('CHROME_PATH', NAMES);
  if (found !== null || (process.env['CHROME_PATH'] ?? '') !== '') return found;
  return [...PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** The same, but installs Playwright's own if there is none. */
export function findOrInstallBrowser(): string | null {
  const found = findBrowser();
  if (found !== null) return found;
  console.log('No Chrome or Chromium found; installing Playwright’s own.');
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' });
  return findBrowser();
}
