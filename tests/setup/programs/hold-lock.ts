/** Takes a lock, says so, and never gives it back: node hold-lock.ts BASE */
import { tryLock } from '#platform/setup/lock.mjs'

process.send?.('release' in tryLock(process.argv[2] ?? ''))
setInterval(() => undefined, 60_000)
