import { monotonicMs } from './monotonic-ms.ts'

/** A message's text: when it was sent, and filling up to a length. */
export function stampedText(length: number): string {
  return `${monotonicMs()}|`.padEnd(length, 'where is my order ')
}

/** How long ago a message was sent, in milliseconds. */
export function ageMs(text: string): number {
  return monotonicMs() - Number(text.slice(0, text.indexOf('|')))
}
