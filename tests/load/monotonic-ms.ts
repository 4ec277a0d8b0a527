/**
 * The machine's monotonic clock in milliseconds. All processes of a Linux machine read the same one, so a time that
 * one of them has stamped can be compared in another.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
