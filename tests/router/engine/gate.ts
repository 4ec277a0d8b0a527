/** Something a test lets happen, and can wait for. */
export interface Gate<T = void> {
  passed: Promise<T>
  open(value: T): void
}

/** A gate that is closed until the test opens it. */
export function gate<T = void>(): Gate<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  return { passed: promise, open: resolve }
}
