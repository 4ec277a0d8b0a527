import { expect, test, vi } from 'vitest'
import type { Engine } from '../../../router/engine/engine.ts'
import type { SubgraphResponse } from '../../../router/engine/transport.ts'
import { counters } from './counters.ts'
import { contextOf, startFederation } from './federation.ts'

const query =
  'subscription($step: Int!, $upper: Boolean!) { changed(step: $step) { value name(upper: $upper) } }'

async function subscribed(
  engine: Engine,
  variables: Record<string, unknown>,
  text = query,
  dedupeKey = 'test',
) {
  const result = await engine.subscribe({ query: text, variables }, contextOf({ dedupeKey }))
  if ('errors' in result) throw new Error(JSON.stringify(result.errors))
  return result.events
}

test('the fields of other subgraphs are completed for every event', async () => {
  const { definitions, source } = counters()
  const { engine, requests } = await startFederation(definitions)
  const events = await subscribed(engine, { step: 10, upper: true })
  const seen: string[] = []
  for (const value of [1, 2, 3]) source.push(value)
  source.finish()
  for await (const event of events) seen.push(event)
  expect(seen).toEqual([10, 20, 30].map((n) => `{"data":{"changed":{"value":${n},"name":"NAME c${n}"}}}`))
  expect(requests()).toEqual({ ticks: 0, names: 3 })
})

test('an event with nothing for a non-null field says where', async () => {
  const { definitions, source } = counters()
  const { engine } = await startFederation(definitions)
  const events = await subscribed(engine, { step: 404, upper: false })
  source.push(1)
  const { value } = await events.next()
  expect(JSON.parse(value)).toMatchObject({
    data: null,
    errors: [{ path: ['changed', 'name'], extensions: { code: 'NULL_IN_NON_NULL_FIELD' } }],
  })
  await events.return?.()
})

test('a client that leaves while nothing happens ends the upstream', async () => {
  const { definitions, source } = counters()
  const { engine } = await startFederation(definitions)
  const events = await subscribed(engine, { step: 1, upper: false })
  const waiting = events.next()
  await source.begun.passed
  await events.return?.()
  await source.ended.passed
  expect(await waiting).toEqual({ done: true, value: undefined })
})

test('a subgraph that goes away: the last event carries a coded error', async () => {
  const { definitions, source } = counters()
  const { engine, subgraphs } = await startFederation(definitions)
  const events = await subscribed(engine, { step: 1, upper: false })
  const waiting = events.next()
  await source.begun.passed
  await subgraphs.ticks.stop()
  const { value } = await waiting
  expect(JSON.parse(value)).toMatchObject({
    errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'ticks' } }],
  })
  expect(await events.next()).toEqual({ done: true, value: undefined })
})

test('a reader that does not read is cut off with a code, and the upstream ends', async () => {
  const { definitions, source } = counters()
  const { engine } = await startFederation(definitions, { transport: { bufferedEvents: 5 } })
  const events = await subscribed(engine, { step: 1, upper: false })
  await source.begun.passed
  for (let n = 1; n <= 50; n++) source.push(n)
  await source.ended.passed
  const seen: { data?: unknown; errors?: { extensions: { code: string } }[] }[] = []
  for await (const event of events) seen.push(JSON.parse(event))
  expect(seen).toHaveLength(6)
  expect(seen.at(-1)?.errors?.[0]?.extensions.code).toBe('SUBGRAPH_SUBSCRIPTION_OVERFLOW')
})

test('subscriptions of equal rights share a socket, of other rights they do not', async () => {
  const { definitions, source } = counters()
  const { engine, subgraphs } = await startFederation(definitions)
  const plain = 'subscription { changed { value } }'
  const all = await Promise.all(['a', 'a', 'b'].map((key) => subscribed(engine, {}, plain, key)))
  await source.begun.passed
  await vi.waitFor(() => expect(subgraphs.ticks.sockets).toBe(2))
  await Promise.all(all.map(async (events) => events.return?.()))
})

test('the parts: one upstream event serves several clients, stays as it is, and keeps its extensions', async () => {
  const { definitions } = counters()
  const { engine } = await startFederation(definitions)
  const parts = [true, false].map((upper) => {
    const part = engine.subscriptionParts({ query, variables: { step: 2, upper } })
    if ('errors' in part) throw new Error(JSON.stringify(part.errors))
    return part
  })
  expect(parts[0]?.payload).toEqual(parts[1]?.payload)
  expect(parts[0]?.payload.variables).toEqual({ step: 2 })
  const event: SubgraphResponse = {
    data: { changed: { __typename: 'Counter', id: 'c1', value: 1 } },
    extensions: { live: { topic: 'counters', sequence: 7 } },
  }
  const before = structuredClone(event)
  const texts = await Promise.all(parts.map((part) => part.onEvent(event, contextOf())))
  expect(texts).toEqual(
    ['NAME c1', 'name c1'].map(
      (name) =>
        `{"data":{"changed":{"value":1,"name":"${name}"}},"extensions":{"live":{"topic":"counters","sequence":7}}}`,
    ),
  )
  expect(event).toEqual(before)
})

test('what is no subscription is refused as one, and the other way round', async () => {
  const { definitions } = counters()
  const { engine, ask } = await startFederation(definitions)
  expect(engine.subscriptionParts({ query: '{ other }' })).toMatchObject({
    errors: [{ extensions: { code: 'NOT_A_SUBSCRIPTION' } }],
  })
  expect(await ask('subscription { changed { value } }')).toMatchObject({
    errors: [{ extensions: { code: 'SUBSCRIPTION_TRANSPORT_REQUIRED' } }],
  })
})
