/**
 * `npm test`: types, lint, unused code, unit and property tests, the build and its size, then the browser tests.
 * What needs more than Node and a browser is skipped where that is missing, with a line that says so.
 * Everything runs even where something before it failed; the last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { findOrInstallBrowser } from './find-browser';
import { findPython } from '../src/testing/python';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const UNIT_REPORT = 'test-results/unit.json';
const BROWSER_REPORT = 'test-results/e2e.json';
const total: Tally = { passed: 0, failed: 0, skipped: 0 };

function add({ passed, failed, skipped }: Tally): void {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** Runs a local command; returns whether it ended well. */
function run(title: string, command: string, ...args: string[]): boolean {
  console.log(`\n── ${title}`);
  return spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** A command that counts as one test. */
function check(title: string, command: string, ...args: string[]): boolean {
  const passed = run(title, command, ...args);
  add({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
  return passed;
}

/** Adds what a test runner's report counted; a runner that left no report, or failed without a failed test, failed once. */
function addReport(file: string, ended: boolean, read: (report: never) => Tally): void {
  const tally = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8')) as never) : { passed: 0, failed: 0, skipped: 0 };
  if (!ended && tally.failed === 0) tally.failed = 1;
  add(tally);
}

/** Runs the recorder's tests with Python's own test runner and adds what its last lines count. */
function testRecorder(python: string): void {
  console.log('\n── the recorder, in Python');
  const { status, stderr } = spawnSync(python, ['-m', 'unittest', 'discover', '-s', 'scripts/recorder', '-v'], { encoding: 'utf8' });
  console.log(stderr);
  const counted = (what: RegExp): number => Number(what.exec(stderr)?.[1] ?? 0);
  const skipped = counted(/skipped=(\d+)/);
  const failed = counted(/failures=(\d+)/) + counted(/errors=(\d+)/);
  const ran = counted(/^Ran (\d+) tests?/m);
  if (status === 0 && ran > 0) add({ passed: ran - skipped, failed: 0, skipped });
  else add({ passed: Math.max(ran - failed - skipped, 0), failed: Math.max(failed, 1), skipped });
}

rmSync('test-results', { recursive: true, force: true });

check('types', 'tsc', '--noEmit');
check('lint', 'eslint', '.');
check('unused files, exports and packages', 'knip');

const unit = run('unit and property tests', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`);
addReport(UNIT_REPORT, unit, (report: { numPassedTests: number; numFailedTests: number; numPendingTests: number }) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests,
}));

if (spawnSync('gcc', ['--version']).status === 0) check('fused multiply-add against C, 10.8 million cases', 'tsx', 'scripts/check-fmaf.ts');
else {
  console.log('\nSkipped: the fused multiply-add against C needs gcc.');
  add({ passed: 0, failed: 0, skipped: 1 });
}

const python = findPython();
if (python !== null) testRecorder(python);
else {
  console.log('\nSkipped: the recorder’s tests need a Python with NumPy (PYTHON names one).');
  add({ passed: 0, failed: 0, skipped: 1 });
}

if (check('build of the WebAssembly kernel', 'tsx', 'scripts/build-wasm.ts') && check('build', 'vite', 'build') && check('text written into the page', 'tsx', 'scripts/prerender.ts') && check('build of the embed', 'tsx', 'scripts/build-embed.ts') && check('posters, cards and presets', 'tsx', 'scripts/posters.ts') && check('build of the one-file page', 'tsx', 'scripts/build-single.ts')) {
  check('size budgets', 'size-limit');
  check('other people’s sites with figures in them', 'tsx', 'scripts/build-hosts.ts');
  if (findOrInstallBrowser() === null) {
    console.log('\nNo browser: install Chrome or Chromium, or set CHROME_PATH to one, and run the tests again.');
    add({ passed: 0, failed: 1, skipped: 0 });
  } else {
    const browser = run('browser tests', 'playwright', 'test');
    addReport(BROWSER_REPORT, browser, (report: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => ({
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
    }));
  }
}

if (total.skipped > 0) console.log(`\n${total.skipped} skipped: each says above what it needs.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
