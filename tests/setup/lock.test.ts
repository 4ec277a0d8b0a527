import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tryLock } from '#platform/setup/lock.mjs'
import { temporaryFolder } from './temporary-folder.ts'

const program = (name: string) => fileURLToPath(new URL(`./programs/${name}.ts`, import.meta.url))

test('a lock is held by one, names its owner, and can be taken again', () => {
  const base = join(temporaryFolder(), 'lock')
  const first = tryLock(base)
  expect(tryLock(base)).toEqual({ owner: process.pid })
  if ('release' in first) first.release()
  expect(tryLock(base)).toHaveProperty('release')
})

test('a killed owner leaves a lock that others can take', { timeout: 60_000 }, async () => {
  const base = join(temporaryFolder(), 'lock')
  const owner = fork(program('hold-lock'), [base], { execArgv: [] })
  expect(await once(owner, 'message')).toEqual([true, undefined])
  expect(tryLock(base)).toEqual({ owner: owner.pid })
  owner.kill('SIGKILL')
  await once(owner, 'exit')
  expect(tryLock(base)).toHaveProperty('release')
})

test('of processes that race, one at a time has it', { timeout: 90_000 }, async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'number')
  writeFileSync(file, '0')
  const racers = Array.from({ length: 4 }, () =>
    fork(program('count-under-lock'), [join(folder, 'lock'), file, '25'], { execArgv: [] }),
  )
  const ends = await Promise.all(racers.map((racer) => once(racer, 'exit')))
  expect(ends.map(([code]) => code as unknown)).toEqual([0, 0, 0, 0])
  expect(readFileSync(file, 'utf8')).toBe('100')
})
