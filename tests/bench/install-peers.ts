import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the servers to measure against are, with a lock file of their own. */
export const peersFolder = fileURLToPath(new URL('./peers', import.meta.url))

/** Installs the servers to measure against beside the product, when their lock file changed. */
export function installPeers(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(peersFolder, 'package-lock.json')))
    .digest('hex')
  const stamp = join(peersFolder, 'node_modules/.installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing the servers to measure against (not part of the product) …')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync('npm', args, { cwd: peersFolder, stdio: 'inherit' })
  writeFileSync(stamp, lock)
}
