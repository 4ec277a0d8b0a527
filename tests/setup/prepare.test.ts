import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { packagesAreInstalled } from '#platform/setup/packages-installed.mjs'
import { programsOnPath } from './programs-on-path.ts'
import { temporaryFolder } from './temporary-folder.ts'

const setup = fileURLToPath(new URL('../../platform/setup', import.meta.url))
const lock = JSON.stringify({
  packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } },
})

/** A clone with nothing but the set-up in it. */
function emptyClone(): string {
  const root = temporaryFolder()
  mkdirSync(join(root, 'platform/setup'), { recursive: true })
  for (const name of readdirSync(setup).filter((file) => file.endsWith('.mjs'))) {
    cpSync(join(setup, name), join(root, 'platform/setup', name))
  }
  writeFileSync(join(root, 'package-lock.json'), lock)
  return root
}

function prepare(root: string, path: string) {
  const run = spawnSync(process.execPath, [join(root, 'platform/setup/prepare.mjs')], {
    encoding: 'utf8',
    env: { PATH: path },
    timeout: 30_000,
  })
  return { status: run.status, said: `${run.stdout}${run.stderr}` }
}

describe('setting up', () => {
  test.each([
    ['npm error code ENOTFOUND', /npm ci\) failed: the network[\s\S]*HTTPS_PROXY/],
    ['npm error code EAI_AGAIN', /npm ci\) failed: the network/],
    ['npm error code ENOSPC', /npm ci\) failed: the disk[\s\S]*is full[\s\S]*Free at least/],
    ['npm error code EACCES', /cannot be written by this user[\s\S]*chown/],
    ['npm error code EUSAGE', /npm error code EUSAGE[\s\S]*run the command again/],
  ])('stops when npm says "%s", with what happened and what to do', (words, message) => {
    const root = emptyClone()
    const { status, said } = prepare(root, programsOnPath(root, { npm: `echo '${words}' >&2; exit 1` }))
    expect(said).toMatch(message)
    expect(said, 'no stack for a person to read').not.toMatch(/^\s+at /m)
    expect(status).toBe(1)
  })

  test('says that npm is missing', () => {
    const root = emptyClone()
    const { status, said } = prepare(root, programsOnPath(root, {}))
    expect(said).toContain('npm is not on the PATH')
    expect(status).toBe(1)
  })
})

describe('whether packages have to be installed', () => {
  const installed = { version: '1.0.0', integrity: 'sha512-a' }
  test.each([
    ['nothing was installed', undefined, false],
    ['the same was', { 'node_modules/a': installed }, true],
    ['another version was', { 'node_modules/a': { ...installed, version: '0.9.0' } }, false],
    [
      'another file of the same version was',
      { 'node_modules/a': { ...installed, integrity: 'sha512-b' } },
      false,
    ],
    ['more was', { 'node_modules/a': installed, 'node_modules/b': installed }, false],
  ])('when %s: %j', (_case, packages, answer) => {
    const root = emptyClone()
    mkdirSync(join(root, 'node_modules/a'), { recursive: true })
    if (packages) writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
    expect(packagesAreInstalled(root)).toBe(answer)
  })
})
