import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{platform,router,schema,subgraphs,tests,desk,widget}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', 'tests/architecture/planted/**', 'tests/bench/peers/**'],
    globalSetup: ['tests/setup/global-stores.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    restoreMocks: true,
  },
})
