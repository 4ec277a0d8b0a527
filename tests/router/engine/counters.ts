import { type Gate, gate } from './gate.ts'
import type { SubgraphDefinition } from './subgraph-server.ts'

/** A source of events that a test feeds by hand. */
export interface TestSource {
  begun: Gate
  ended: Gate
  push(value: number): void
  finish(): void
}

/** Counters whose changes one subgraph announces and whose names another knows. */
export function counters(): {
  definitions: { ticks: SubgraphDefinition; names: SubgraphDefinition }
  source: TestSource
} {
  const begun = gate()
  const ended = gate()
  const events: number[] = []
  let wake = gate()
  let finished = false
  const source: TestSource = {
    begun,
    ended,
    push(value) {
      events.push(value)
      wake.open()
    },
    finish() {
      finished = true
      wake.open()
    },
  }
  const subscribe = (_: unknown, { step }: { step: number }) => {
    begun.open()
    return {
      [Symbol.asyncIterator]() {
        return this
      },
      async next() {
        while (!events.length && !finished) {
          await wake.passed
          wake = gate()
        }
        const value = events.shift()
        if (value === undefined) return { done: true, value: undefined }
        return { done: false, value: { changed: { id: `c${value * step}`, value: value * step } } }
      },
      async return() {
        ended.open()
        return { done: true, value: undefined }
      },
    }
  }
  return {
    source,
    definitions: {
      ticks: {
        sdl: `type Query { none: Int } type Subscription { changed(step: Int! = 1): Counter! }
          type Counter @key(fields: "id") { id: ID! value: Int! }`,
        resolvers: { Subscription: { changed: { subscribe } } },
      },
      names: {
        sdl: 'type Query { other: Int } type Counter @key(fields: "id") { id: ID! name(upper: Boolean = false): String! }',
        resolvers: {
          Counter: {
            __resolveReference: ({ id }: { id: string }) => (id === 'c404' ? null : { id }),
            name: ({ id }: { id: string }, { upper }: { upper: boolean }) =>
              upper ? `NAME ${id}` : `name ${id}`,
          },
        },
      },
    },
  }
}
