import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

/** As Node resolves it. Vite would take the package's `module` file, a second copy beside the one that Mercurius loads. */
const graphql = createRequire(import.meta.url).resolve('graphql')

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['{platform,router,schema,subgraphs,tests,desk,live-client,widget}/**/*.test.{ts,tsx}'],
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
