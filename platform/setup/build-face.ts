import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressFiles } from './compress-files.ts'
import { explainFailure } from './explain-failure.mjs'
import { hashFiles } from './hash-files.ts'
import { say } from './say.mjs'

/**
 * Builds a face (desk or widget) when its sources, or the packages, are others than those it was built from.
 * @returns whether it was built
 * @throws SetupError with the build's own words
 */
export function buildFace(root: string, name: string): boolean {
  const folder = join(root, name)
  if (!existsSync(join(folder, 'vite.config.ts'))) return false
  const stamp = join(folder, 'dist', '.built-from')
  // The desk is built from some of the widget's sources as well, and both from the live client's.
  const parts = ['desk', 'live-client', 'widget', 'package-lock.json']
  const sources = hashFiles(parts.map((part) => join(root, part)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false
  say(`Building the ${name} …`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (run.status !== 0) {
    throw explainFailure(
      `Building the ${name}`,
      `${run.stdout}${run.stderr}${run.error?.message ?? ''}`,
      folder,
    )
  }
  compressFiles(join(folder, 'dist'))
  writeFileSync(stamp, sources)
  return true
}
