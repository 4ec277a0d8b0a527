/**
 * Runs tasks of equal keys one after another, in the order in which they came, and those of different keys side by
 * side. A task that fails does not hold up the next one.
 */
export function createInOrder(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>()
  return <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const before = tails.get(key)
    const result = before ? before.then(task, task) : task()
    const tail = result.catch(() => undefined)
    tails.set(key, tail)
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key)
    })
    return result
  }
}
