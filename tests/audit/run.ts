import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// The federation audit (graphql-hive/federation-gateway-audit, 199 tests in 46 suites) is not part of the repository:
// it lies beside it where it is run.
const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))
const runner = resolve(root, '../shared/audit/run.mjs')

if (!existsSync(runner)) {
  console.log(`Federation audit SKIPPED: there is no ${resolve(runner, '..')}`)
} else {
  const router = `'${process.execPath}' router/main.ts --supergraph {supergraph} --port {port} --open`
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [runner, '--router', router, '--cwd', root, ...process.argv.slice(2)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: 900_000 },
  )
  const lines = (stdout ?? '').trim().split('\n')
  if (status !== 0 && lines.length > 1) console.log(lines.slice(0, -1).join('\n'))
  console.log(`Federation audit: ${lines.at(-1) || error?.message || 'it did not run'}`)
  process.exitCode = status ?? 1
}
