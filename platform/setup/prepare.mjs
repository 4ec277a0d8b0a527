/**
 * What `npm start` and `npm test` need, from nothing: the packages, Node 24, the stores' servers, the built faces.
 * Plain JavaScript that runs on Node 18, before anything is installed; what comes after the packages runs on Node 24.
 *
 * node platform/setup/prepare.mjs
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNode } from './ensure-node.mjs'
import { explainFailure } from './explain-failure.mjs'
import { installPackages } from './install-packages.mjs'
import { SetupError } from './setup-error.mjs'
import { withLock } from './with-lock.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

async function prepare() {
  await withLock(join(root, '.throughline', 'set-up.lock'), root, () => {
    installPackages(root)
    const node = ensureNode(root)
    const run = spawnSync(node, [join(root, 'platform/setup/prepare-with-packages.ts')], {
      cwd: root,
      stdio: 'inherit',
    })
    if (run.error) throw run.error
    if (run.status !== 0) process.exitCode = run.status ?? 1
  })
}

prepare().catch((error) => {
  const told = error instanceof SetupError ? error : explainFailure('Setting up', String(error), root)
  console.error(`\n${told.message}\n`)
  process.exit(1)
})
