import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './scripts/find-browser';

/** Another one where two checkouts are tested at a time. */
const PORT = Number(process.env['E2E_PORT'] ?? 4179);

/** The tests run on the built page, as a reader gets it. `npm test` builds it first. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  // Layers are computed in tests too, on machines that may be busy.
  expect: { timeout: 15_000 },
  // A test that passes now and then is mended, not tried again.
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    // What can't be acted on by then never can.
    actionTimeout: 30_000,
    baseURL: `http://localhost:${PORT}/`,
    launchOptions: { executablePath: findBrowser() ?? '', args: BROWSER_FLAGS },
    screenshot: 'only-on-failure',
  },
  webServer: { command: `npx vite preview --port ${PORT} --strictPort`, port: PORT, reuseExistingServer: !process.env['CI'] },
});
