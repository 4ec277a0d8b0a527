import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { createLogger } from '#platform/log/logger.ts'
import { HttpTransport } from '../engine/http-transport.ts'
import { buildFirstGraph } from './build-graph.ts'
import { CurrentGraph } from './current-graph.ts'
import { type Reload, Reloads } from './reloads.ts'
import { unnumbered } from './supergraph.ts'
import { Trial } from './trial/trial.ts'

const ours = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8')
const log = createLogger('router', 'silent')

/** Our supergraph serves; nothing is asked of its subgraphs. */
async function serving() {
  const transport = new HttpTransport()
  const trial = new Trial()
  onTestFinished(async () => {
    trial.close()
    await transport.close()
  })
  const parts = { transport, urls: {} }
  const current = new CurrentGraph(await buildFirstGraph(unnumbered(ours), parts), log)
  const told: Reload[] = []
  const onReload = (reload: Reload) => void told.push(reload)
  const reloads = new Reloads({ current, parts, trial, log, now: () => new Date(0), onReload })
  return { current, reloads, told }
}
/** Our supergraph with other names in it. */
const renamed = (...names: Array<[from: string, to: string]>) =>
  unnumbered(names.reduce((sdl, [from, to]) => sdl.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to), ours))

test('operations in use are prepared ahead of the swap; what no longer fits is told', async () => {
  const { current, reloads, told } = await serving()
  const before = current.graph
  for (const query of [
    '{ queues { id } }',
    '{ queues { name } }',
    'subscription { queueBoardChanged { __typename } }',
  ]) {
    expect(before.engine.prepare(query)).not.toHaveProperty('errors')
  }
  let prepared: string[] | undefined
  current.onSwap(({ engine }) => {
    prepared = engine.recentOperations(10).map(({ query }) => query)
  })
  const reload = await reloads.offer(renamed(['queueBoardChanged', 'queueBoardMoved']))
  expect(reload).toMatchObject({
    outcome: 'swapped',
    warmed: 2,
    lost: [{ reason: expect.stringContaining('queueBoardChanged') }],
  })
  expect(prepared).toEqual(['{ queues { id } }', '{ queues { name } }'])
  expect(told).toEqual([reload])
  expect(current.graph).not.toBe(before)
})

test('an equal supergraph changes the number alone; a refused one changes nothing and is kept in mind', async () => {
  const { current, reloads, told } = await serving()
  const { engine } = current.graph
  expect(await reloads.offer({ ...unnumbered(ours), version: '7' })).toEqual({ outcome: 'unchanged' })
  expect([current.graph.supergraph.version, current.graph.engine]).toEqual(['7', engine])
  const wrong = unnumbered('type Query')
  expect(await reloads.offer(wrong)).toMatchObject({ outcome: 'refused' })
  expect(current.graph.engine).toBe(engine)
  expect(reloads.refused).toMatchObject([{ sha256: wrong.sha256, problems: [{ code: 'NOT_A_SUPERGRAPH' }] }])
  expect(told.map(({ outcome }) => outcome)).toEqual(['refused'])
})

test('supergraphs that are offered at once are taken one after the other: the last one serves', async () => {
  const { current, reloads } = await serving()
  const swapped: string[] = []
  current.onSwap(({ supergraph }) => void swapped.push(supergraph.version))
  const all = ['first', 'second', 'third'].map((name) => ({
    ...renamed(['queueBoardChanged', name]),
    version: name,
  }))
  await Promise.all(all.map((one) => reloads.offer(one)))
  expect(swapped).toEqual(['first', 'second', 'third'])
  expect(current.graph.supergraph.version).toBe('third')
})
