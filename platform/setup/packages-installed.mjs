import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean, link?: boolean }} LockedPackage */

/**
 * Whether what npm installed last (its own record, `node_modules/.package-lock.json`, written when it ends well) is
 * what the lock file asks for. Optional packages may be absent: those of other platforms are.
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = packagesIn(record)
  const wanted = packagesIn(join(root, 'package-lock.json'))
  for (const [path, { version, integrity, optional }] of wanted) {
    const found = installed.get(path)
    if (!found && optional) continue
    if (found?.version !== version || found?.integrity !== integrity) return false
    if (!existsSync(join(root, path))) return false
  }
  return [...installed.keys()].every((path) => wanted.has(path))
}

/**
 * @param {string} file
 * @returns {Map<string, LockedPackage>}
 */
function packagesIn(file) {
  /** @type {{ packages: Record<string, LockedPackage> }} */
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(
    Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link),
  )
}
