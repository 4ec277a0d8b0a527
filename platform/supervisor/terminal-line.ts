import { z } from 'zod'

const warning = 40

const logLine = z.object({
  level: z.number(),
  msg: z.string().default(''),
  err: z.object({ message: z.string() }).partial().optional(),
})

/**
 * What of a child's log line a person at the terminal should see: warnings and errors in one line, and whatever is
 * no log line at all, such as the stack of a crash.
 */
export function terminalLine(line: string): string | undefined {
  if (!line.startsWith('{')) return line.trim() ? line : undefined
  const parsed = logLine.safeParse(parseJson(line))
  if (!parsed.success) return line
  const { level, msg, err } = parsed.data
  if (level < warning) return undefined
  return err?.message && err.message !== msg ? `${msg}: ${err.message}` : msg
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
