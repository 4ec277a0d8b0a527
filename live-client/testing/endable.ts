/** A generator that is ended also while it waits: it gets to know by `gone`. */
export function endable<T>(make: (gone: AbortSignal) => AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  const gone = new AbortController()
  const source = make(gone.signal)
  const end = source.return.bind(source)
  source.return = (value) => {
    gone.abort()
    return end(value)
  }
  return source
}
