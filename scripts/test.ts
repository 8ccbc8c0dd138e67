/**
 * `npm test`: types, lint, unused code, unit and property tests, the build and its size, then the browser tests.
 * What needs more than Node and a browser is skipped where that is missing, with a line that says so.
 * Parts that do not disturb each other run two at a time, each says what it has to say when it is over, and the browser
 * tests have the machine to themselves. Everything runs even where something before it failed; at the end stands how
 * long each part took, and in the last line `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, resolve } from 'node:path';
import { findOrInstallBrowser } from './find-browser';
import { findPython } from '../src/testing/python';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Part {
  readonly title: string;
  /** Titles of those that must have passed; where one has not, this one fails unseen. */
  readonly after?: readonly string[];
  readonly run: (say: (text: string) => void) => Promise<Tally>;
}

const UNIT_REPORT = 'test-results/unit.json';
const BROWSER_REPORT = 'test-results/e2e.json';

const PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };
const SKIPPED: Tally = { passed: 0, failed: 0, skipped: 1 };

/** One for the unit tests, one for the other parts. */
const AT_A_TIME = 2;

function sum(tallies: readonly Tally[]): Tally {
  const total = (key: keyof Tally): number => tallies.reduce((all, tally) => all + tally[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** Commands of this project's packages are found as they are, with no start of npx before each. */
const PATH = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);

/** Runs a command and hands on what it says; gives back whether it ended well. */
function run(say: (text: string) => void, command: string, ...args: readonly string[]): Promise<boolean> {
  return new Promise((ended) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32', env: { ...process.env, PATH, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) } });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say);
    child.on('error', (error) => {
      say(`${error.message}\n`);
      ended(false);
    });
    child.on('close', (code) => ended(code === 0));
  });
}

/** A part that is one command, and counts as one test. */
function check(title: string, [command, ...args]: readonly [string, ...string[]], after: readonly string[] = []): Part {
  return { title, after, run: async (say) => ((await run(say, command, ...args)) ? PASSED : FAILED) };
}

/** What a test runner's report counted; a runner that left no report, or failed without a failed test, failed once. */
function reported<R>(file: string, ended: boolean, read: (report: R) => Tally): Tally {
  const tally = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8')) as R) : { passed: 0, failed: 0, skipped: 0 };
  return !ended && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

async function runUnitTests(say: (text: string) => void): Promise<Tally> {
  const workers = Math.max(1, availableParallelism() - 1);
  const ended = await run(say, 'vitest', 'run', `--maxWorkers=${workers}`, '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`);
  return reported(UNIT_REPORT, ended, (report: { numPassedTests: number; numFailedTests: number; numPendingTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  }));
}

async function checkFusedMultiplyAdd(say: (text: string) => void): Promise<Tally> {
  if (spawnSync('gcc', ['--version']).status === 0) return (await run(say, 'tsx', 'scripts/check-fmaf.ts')) ? PASSED : FAILED;
  say('Skipped: the fused multiply-add against C needs gcc.\n');
  return SKIPPED;
}

/** Runs the recorder's tests with Python's own test runner and adds what its last lines count. */
async function testRecorder(say: (text: string) => void): Promise<Tally> {
  const python = findPython();
  if (python === null) {
    say('Skipped: the recorder’s tests need a Python with NumPy (PYTHON names one).\n');
    return SKIPPED;
  }
  let said = '';
  const ended = await run(
    (text) => {
      said += text;
      say(text);
    },
    python,
    '-m', 'unittest', 'discover', '-s', 'scripts/recorder', '-v',
  );
  const counted = (what: RegExp): number => Number(what.exec(said)?.[1] ?? 0);
  const skipped = counted(/skipped=(\d+)/);
  const failed = counted(/failures=(\d+)/) + counted(/errors=(\d+)/);
  const ran = counted(/^Ran (\d+) tests?/m);
  if (ended && ran > 0) return { passed: ran - skipped, failed: 0, skipped };
  return { passed: Math.max(ran - failed - skipped, 0), failed: Math.max(failed, 1), skipped };
}

interface BrowserReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
  readonly suites: readonly Suite[];
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs: readonly { readonly tests: readonly { readonly annotations: readonly { readonly type: string; readonly description?: string }[] }[] }[];
}

/** What those that were skipped need. */
function reasons({ suites = [], specs }: Suite): string[] {
  const here = specs.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations.filter(({ type }) => type === 'skip').map(({ description = 'no reason was given' }) => description)));
  return [...here, ...suites.flatMap(reasons)];
}

async function runBrowserTests(say: (text: string) => void): Promise<Tally> {
  if (findOrInstallBrowser() === null) {
    say('No browser: install Chrome or Chromium, or set CHROME_PATH to one, and run the tests again.\n');
    return FAILED;
  }
  const ended = await run(say, 'playwright', 'test');
  return reported(BROWSER_REPORT, ended, ({ stats, suites }: BrowserReport) => {
    for (const reason of new Set(suites.flatMap(reasons))) say(`Skipped: ${reason}\n`);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
}

/** The steps of `npm run build:single`; that the WebAssembly is what its source compiles to is a unit test. */
const BUILD = [
  ['build', 'vite', 'build'],
  ['text written into the page', 'tsx', 'scripts/prerender.ts'],
  ['build of the embed', 'tsx', 'scripts/build-embed.ts'],
  ['posters, cards and presets', 'tsx', 'scripts/posters.ts'],
  ['build of the one-file page', 'tsx', 'scripts/build-single.ts'],
] as const;

const building = BUILD.map(([title, command, ...args], step) => check(title, [command, ...args], BUILD.slice(0, step).map(([before]) => before)));
const built = BUILD.map(([title]) => title);

/** In the order in which they begin. */
const PARTS: readonly Part[] = [
  { title: 'unit and property tests', run: runUnitTests },
  // The native compiler, by its path: both compilers' command is `tsc`. On one thread it takes the least of the processor.
  check('types', ['node', 'node_modules/typescript-native/bin/tsc', '--noEmit', '--singleThreaded']),
  ...building,
  check('size budgets', ['size-limit'], built),
  check('lint', ['eslint', '.']),
  check('unused files, exports and packages', ['knip']),
  check('other people’s sites with figures in them', ['tsx', 'scripts/build-hosts.ts']),
  { title: 'fused multiply-add against C, 10.8 million cases', run: checkFusedMultiplyAdd },
  { title: 'the recorder, in Python', run: testRecorder },
];

const BROWSER_TESTS: Part = { title: 'browser tests', after: built, run: runBrowserTests };

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

interface Ended {
  readonly title: string;
  readonly took: string;
  readonly tally: Tally;
}

/** Runs parts, some at a time; says of each what it said once it is over, or at once where it is alone. */
async function runParts(parts: readonly Part[], before: readonly Ended[], atATime: number): Promise<readonly Ended[]> {
  const waiting = [...parts];
  const ended = [...before];
  const inTurn = async (): Promise<void> => {
    for (;;) {
      // A part waits until those before it are over, and leaves its turn to the next meanwhile.
      const at = waiting.findIndex(({ after = [] }) => after.every((title) => ended.some((one) => one.title === title)));
      const [part] = at < 0 ? [] : waiting.splice(at, 1);
      if (part === undefined) return;
      const begun = performance.now();
      const said: string[] = [];
      const say = (text: string): void => void (atATime === 1 ? process.stdout.write(text) : said.push(text));
      if (atATime === 1) console.log(`\n── ${part.title}`);
      const lost = ended.find(({ title, tally }) => tally.failed > 0 && part.after?.includes(title));
      if (lost !== undefined) say(`Not run: ${lost.title} failed.\n`);
      const tally = lost === undefined ? await part.run(say) : FAILED;
      const took = seconds(begun);
      if (atATime > 1) console.log(`\n── ${part.title}, ${took}\n${said.join('')}`);
      ended.push({ title: part.title, took, tally });
    }
  };
  while (waiting.length > 0) await Promise.all(Array.from({ length: atATime }, inTurn));
  return ended;
}

rmSync('test-results', { recursive: true, force: true });
const begun = performance.now();
const parts = await runParts([BROWSER_TESTS], await runParts(PARTS, [], AT_A_TIME), 1);
const total = sum(parts.map(({ tally }) => tally));

const rows = [...parts, { title: 'all, two parts at a time', took: seconds(begun), tally: total }].map(({ title, took, tally: { passed, failed, skipped } }) => [title, took, `${passed}`, `${failed}`, `${skipped}`]);
const table = [['', 'took', 'passed', 'failed', 'skipped'], ...rows];
const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
console.log(`\n${table.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')).join('\n')}`);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped: each says above what it needs.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
