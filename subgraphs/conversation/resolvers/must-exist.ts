/** What the store's invariants promise; the error is for the log and leaves masked. */
export function mustExist<T>(value: T | null | undefined, what: string): T {
  if (value == null) throw new Error(`${what} is missing`)
  return value
}
