import type { Logger } from 'pino'
import { within } from '../waiting/within.ts'

const maxStopMs = 15_000

/**
 * Opens something as this process's work, and ends it in good order at SIGTERM, at Ctrl-C, or when the parent process
 * has gone; after 15 seconds in any order.
 */
export async function runProcess<T extends { stop(): Promise<void> }>(
  log: Logger,
  open: () => Promise<T>,
): Promise<T> {
  let running: T | undefined
  let ending = false

  async function end(reason: string): Promise<void> {
    if (ending) return
    ending = true
    log.info({ reason }, 'stopping')
    try {
      if (running) await within(maxStopMs, 'stopping', running.stop())
      process.exit(0)
    } catch (err) {
      log.error({ err }, 'stopped in disorder')
      process.exit(1)
    }
  }

  function crash(err: unknown): void {
    log.fatal({ err }, 'an error that nobody handled ends the process')
    process.exit(1)
  }

  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
  process.once('SIGTERM', () => void end('SIGTERM'))
  // Ctrl-C reaches the whole group; a parent ends its children in its own order.
  process.on('SIGINT', () => {
    if (!process.connected) void end('SIGINT')
  })
  process.once('disconnect', () => void end('the parent has gone'))

  try {
    running = await open()
    return running
  } catch (err) {
    log.fatal({ err }, 'can not start')
    process.exit(1)
  }
}
