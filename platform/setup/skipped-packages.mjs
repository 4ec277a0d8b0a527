import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ optional?: boolean, os?: string[], cpu?: string[], libc?: string[], engines?: { node?: string } }} LockedPackage */

/**
 * Optional packages for this machine that npm left out. It does so without a word when their `engines` do not name the
 * Node that npm runs on, though what needs them will run on Node 24.
 * @param {string} root
 * @returns {string[]} their paths below the root
 */
export function skippedPackages(root) {
  /** @type {{ packages: Record<string, LockedPackage> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(
      ([path, { optional, os, cpu, libc, engines }]) =>
        optional === true &&
        engines?.node !== undefined &&
        os?.includes(process.platform) === true &&
        cpu?.includes(process.arch) === true &&
        (libc === undefined || libc.includes('glibc')) &&
        !existsSync(join(root, path)),
    )
    .map(([path]) => path)
}
