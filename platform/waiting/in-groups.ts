export interface Grouping<T, R> {
  /** Items of one group at most. */
  maxSize: number
  /** Items of equal keys never share a group, and go in the order in which they came. */
  keyOf?(item: T): string
  /** Does one group; gives what became of each item, in their order. When it throws, all of them have failed. */
  run(items: readonly T[]): Promise<ReadonlyArray<PromiseSettledResult<R>>>
}

interface Waiting<T, R> {
  item: T
  resolve(result: R): void
  reject(error: unknown): void
}

/**
 * Does items in groups, one group after another: whatever comes while a group is being done makes the next one. A
 * single item waits for nobody, and under load the groups grow by themselves (group commit).
 */
export function createInGroups<T, R>({ maxSize, keyOf, run }: Grouping<T, R>): (item: T) => Promise<R> {
  let waiting: Array<Waiting<T, R>> = []
  let working = false

  function take(): Array<Waiting<T, R>> {
    const group: Array<Waiting<T, R>> = []
    const rest: Array<Waiting<T, R>> = []
    const keys = new Set<string>()
    for (const one of waiting) {
      const key = keyOf?.(one.item)
      if (group.length === maxSize || (key !== undefined && keys.has(key))) {
        rest.push(one)
        continue
      }
      if (key !== undefined) keys.add(key)
      group.push(one)
    }
    waiting = rest
    return group
  }

  async function work(): Promise<void> {
    working = true
    // Those that come in the same turn of the event loop belong together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const group = take()
      try {
        const results = await run(group.map(({ item }) => item))
        group.forEach((one, at) => settle(one, results[at]))
      } catch (error) {
        for (const one of group) one.reject(error)
      }
    }
    working = false
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!working) void work()
    })
}

function settle<T, R>(one: Waiting<T, R>, result: PromiseSettledResult<R> | undefined): void {
  if (result?.status === 'fulfilled') one.resolve(result.value)
  else one.reject(result ? result.reason : new Error('the group gave no result for this item'))
}
