import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'seed/**/*.test.ts'],
    globalSetup: ['tests/database-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A file brings the whole city with it; read once for each worker, and not once for each file. No test changes a module.
    isolate: false,
  },
})
