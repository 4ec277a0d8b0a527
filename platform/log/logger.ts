import { type DestinationStream, type Logger, pino } from 'pino'
import { mask, maskText } from './mask.ts'

/**
 * A pino logger whose lines hold no personal data: objects, errors and messages pass `mask` first.
 * @param level pino's levels, or `silent`
 * @param destination standard output when left out
 */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    base: { pid: process.pid },
    formatters: { log: (fields: Record<string, unknown>) => mask(fields) as Record<string, unknown> },
    // pino applies serializers after the formatter; `err` is masked by then.
    serializers: { err: (error: unknown) => error },
    hooks: {
      logMethod(args: Parameters<Logger['info']>, method: (...args: Parameters<Logger['info']>) => void) {
        // pino would take the message of an error that comes alone as it is.
        const [first, ...rest]: unknown[] = args
        const full = first instanceof Error && rest.length === 0 ? [{ err: first }, first.message] : args
        const masked = full.map((arg: unknown) => (typeof arg === 'string' ? maskText(arg) : arg))
        method.apply(this, masked as Parameters<Logger['info']>)
      },
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
