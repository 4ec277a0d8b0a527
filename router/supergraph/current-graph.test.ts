import { expect, test } from 'vitest'
import { createLogger } from '#platform/log/logger.ts'
import { CurrentGraph } from './current-graph.ts'
import type { Graph } from './graph.ts'
import { unnumbered } from './supergraph.ts'

const log = createLogger('router', 'silent')
/** As much of a graph as the holder touches; what is released is written down. */
function graphOf(sdl: string, released: string[] = []): Graph {
  const transport = { release: () => void released.push(sdl) }
  return { supergraph: unnumbered(sdl), transport } as unknown as Graph
}

test('listeners are called in the tick of the swap, and the swap waits for them before it lets the old graph go', async () => {
  const released: string[] = []
  const [first, second] = [graphOf('1', released), graphOf('2', released)]
  const current = new CurrentGraph(first, log)
  const told: unknown[] = []
  const moved = Promise.withResolvers<void>()
  current.onSwap((next, previous) => {
    told.push([next, previous, current.graph])
    return moved.promise
  })
  const swapped = current.swap(second).then((previous) => told.push(previous))
  expect(told).toEqual([[second, first, second]])
  expect(released).toEqual([])
  moved.resolve()
  await swapped
  expect(released).toEqual(['1'])
  expect(told[1]).toBe(first)
})

test('a listener that fails keeps nobody else from the new graph', async () => {
  const current = new CurrentGraph(graphOf('1'), log)
  const told: string[] = []
  current.onSwap(() => {
    throw new Error('now')
  })
  current.onSwap(() => Promise.reject(new Error('later')))
  const forget = current.onSwap(({ supergraph }) => void told.push(supergraph.sdl))
  await current.swap(graphOf('2'))
  forget()
  await current.swap(graphOf('3'))
  expect(told).toEqual(['2'])
  expect(current.graph.supergraph.sdl).toBe('3')
})
