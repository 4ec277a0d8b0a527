/** Adds one to a file's number so often, each time under the lock: node count-under-lock.ts BASE FILE TIMES */
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { tryLock } from '#platform/setup/lock.mjs'

const [base = '', file = '', times = '0'] = process.argv.slice(2)
for (let done = 0; done < Number(times); ) {
  const lock = tryLock(base)
  if ('owner' in lock) {
    await wait(Math.random() * 3)
    continue
  }
  const before = Number(readFileSync(file, 'utf8'))
  await wait(1)
  writeFileSync(file, String(before + 1))
  lock.release()
  done += 1
}
