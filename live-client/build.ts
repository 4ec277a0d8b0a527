/**
 * Builds the package for programs outside of this repository: `npm run build -w live-client`, then
 * `npm publish live-client/dist`, or `npm pack` there. Into another folder when one is given.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = resolve(process.argv[2] ?? join(here, 'dist'))
const tsc = join(here, '../node_modules/typescript/bin/tsc')

rmSync(folder, { recursive: true, force: true })
const run = spawnSync(process.execPath, [tsc, '-p', join(here, 'tsconfig.build.json'), '--outDir', folder], {
  stdio: 'inherit',
})
if (run.status !== 0) process.exit(run.status ?? 1)

const { name, version, description, license, exports } = JSON.parse(
  readFileSync(join(here, 'package.json'), 'utf8'),
) as { name: string; version: string; description: string; license: string; exports: Record<string, string> }
/** In this repository the package is its source; outside it is what was built from it. */
const built = (source: string) => {
  const file = source.replace('./src/', './').replace(/\.ts$/, '')
  return { types: `${file}.d.ts`, default: `${file}.js` }
}
const manifest = {
  name,
  version,
  description,
  license,
  type: 'module',
  sideEffects: false,
  engines: { node: '>=22' },
  exports: Object.fromEntries(Object.entries(exports).map(([path, source]) => [path, built(source)])),
}
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
copyFileSync(join(here, 'README.md'), join(folder, 'README.md'))
copyFileSync(join(here, '../LICENSE'), join(folder, 'LICENSE'))
