import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isAlive, processIdentity } from './process-identity.mjs'

/**
 * Takes a lock between processes that a killed owner cannot leave behind.
 *
 * Each owner makes the next generation, `<base>.<n>`, by a hard link, which only one can. A generation is never made
 * twice, so a slow process that saw a dead owner cannot break the lock of the next one.
 * @param {string} base where the generations lie; its folder is made
 * @returns {{ release: () => void } | { owner: number }} the lock, or the pid of the live process that has it
 */
export function tryLock(base) {
  mkdirSync(dirname(base), { recursive: true })
  for (;;) {
    const newest = newestGeneration(base)
    const owner = newest > 0 ? read(`${base}.${newest}`) : ''
    if (owner === undefined) continue
    if (owner && isAlive(owner)) return { owner: Number.parseInt(owner, 10) }
    const mine = newest + 1
    if (!make(base, mine)) continue
    if (newestGeneration(base) !== mine) {
      rmSync(`${base}.${mine}`, { force: true })
      continue
    }
    for (const older of generations(base)) if (older < mine) rmSync(`${base}.${older}`, { force: true })
    return { release: () => writeFileSync(`${base}.${mine}`, '') }
  }
}

/** @param {string} base */
function generations(base) {
  const prefix = `${basename(base)}.`
  return readdirSync(dirname(base))
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
}

/** @param {string} base */
function newestGeneration(base) {
  return Math.max(0, ...generations(base))
}

/**
 * The content appears whole or not at all: it is written aside, then linked.
 * @param {string} base
 * @param {number} generation
 */
function make(base, generation) {
  const draft = join(dirname(base), `.${basename(base)}-${randomUUID()}`)
  writeFileSync(draft, processIdentity(process.pid) ?? '', { mode: 0o600 })
  try {
    linkSync(draft, `${base}.${generation}`)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
