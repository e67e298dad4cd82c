import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { bundledThreads } from './tests/service/bundled-threads.ts'

const endToEnd = { testTimeout: 120_000, hookTimeout: 120_000 }

/** Three projects: `unit` (with integration), `e2e` in the system's browser, `electron` where its binary is. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Real processes, files and a real browser share two busy cores: what fails twice is broken.
    retry: 1,
    expect: { poll: { timeout: 15_000 } },
    // Tests start hundreds of processes: each reads what an earlier one compiled.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
    projects: [
      {
        extends: true,
        plugins: [bundledThreads(fileURLToPath(new URL('.', import.meta.url)))],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/electron-e2e/**'],
          globalSetup: 'tests/built-command.ts',
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      { extends: true, test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...endToEnd } },
      {
        extends: true,
        test: { name: 'electron', include: ['tests/electron-e2e/**/*.test.ts'], ...endToEnd, fileParallelism: false },
      },
    ],
  },
})
