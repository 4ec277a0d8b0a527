import { z } from 'zod'

/** How a part of the tests went. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Counts as one part hands them to another. */
export const countsSchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() })

/** The sum over all parts. */
export function sum(parts: Counts[]): Counts {
  const total = (key: keyof Counts) => parts.reduce((all, part) => all + part[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/** The last line of every run: `N passed, N failed`, and `, N skipped` when some were. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Reads counts out of a program's last line that has some, such as `199 passed, 0 failed` or `198 of 199 passed`.
 * A program that ended badly without saying so failed once; one that says nothing and ended well counts nothing.
 */
export function readCounts(output: string, endedWell: boolean): Counts {
  const line =
    output
      .trimEnd()
      .split('\n')
      .findLast((text) => /\d+ (passed|failed|skipped)/.test(text)) ?? ''
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  const ofAll = /(\d+) (?:of|\/) (\d+)(?: tests)? passed/.exec(line)
  const counts = ofAll
    ? { passed: Number(ofAll[1]), failed: Number(ofAll[2]) - Number(ofAll[1]), skipped: 0 }
    : { passed: number('passed'), failed: number('failed'), skipped: number('skipped') }
  return endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}
