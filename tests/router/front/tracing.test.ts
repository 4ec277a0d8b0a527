import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { follow } from './live-client.ts'
import { post, staffToken, visitorToken } from './person.ts'
import { addMessages } from './subgraphs/conversation.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'
import { type CollectedSpan, startTraceCollector, type TraceCollector } from './trace-collector.ts'

let collector: TraceCollector
let system: TestSystem
let url: string
beforeAll(async () => {
  collector = await startTraceCollector()
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }
  system = await startTestSystem(traced, {}, traced)
  url = system.router.url
})
afterAll(async () => {
  await system?.stop()
  collector?.stop()
})

const callersTrace = '4bf92f3577b34da6a3ce929d0e0e4736'
const callersSpan = '00f067aa0ba902b7'

/** Sends an operation inside of a trace, and waits for all that it left in it. */
async function traced(traceId: string, body: object, token: string, spans: number): Promise<CollectedSpan[]> {
  const traceparent = `00-${traceId}-${callersSpan}-01`
  const response = await post(`${url}/graphql`, body, token, { traceparent })
  expect(await response.json()).not.toHaveProperty('errors')
  return until('the spans have come', () => {
    const own = collector.spans.filter((span) => span.traceId === traceId)
    return own.length >= spans ? own : undefined
  })
}

const named = (spans: CollectedSpan[], service: string, name: string) =>
  spans.filter((span) => span.service === `throughline-${service}` && span.name === name)

test('a query over two subgraphs is one trace, each span below the one that caused it', async () => {
  const staff = await staffToken(url)
  const query = `mutation Greeting($secret: String!) { sendVisitorMessage(text: $secret) { text author { name } } }`
  const spans = await traced(
    callersTrace,
    { query, variables: { secret: 'lisa@example.org says 4111' }, operationName: 'Greeting' },
    staff,
    7,
  )
  const [request] = named(spans, 'router', 'POST /graphql')
  const [graphql] = named(spans, 'router', 'graphql')
  const [plan] = named(spans, 'router', 'plan')
  const fetches = named(spans, 'router', 'fetch')
  expect(request?.parentSpanId).toBe(callersSpan)
  expect(graphql?.parentSpanId).toBe(request?.spanId)
  expect(plan?.parentSpanId).toBe(graphql?.spanId)
  expect(graphql?.attributes).toEqual({
    'graphql.operation.type': 'mutation',
    'graphql.operation.name': 'Greeting',
  })
  expect(fetches.map((fetch) => fetch.attributes['throughline.subgraph'])).toEqual([
    'conversation',
    'customer',
  ])
  for (const [at, service] of ['conversation', 'customer'].entries()) {
    expect(fetches[at]?.parentSpanId).toBe(graphql?.spanId)
    expect(named(spans, service, 'POST /graphql').map((span) => span.parentSpanId)).toEqual([
      fetches[at]?.spanId,
    ])
  }
  for (const word of ['lisa', '4111', 'sendVisitorMessage', 'secret'])
    expect(collector.text()).not.toContain(word)
})

test('a plan that is there already leaves no span', async () => {
  const staff = await staffToken(url)
  const body = { query: '{ customers { id name } }' }
  await traced('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1', body, staff, 5)
  const again = await traced('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2', body, staff, 4)
  expect(named(again, 'router', 'plan')).toEqual([])
})

test('what completes a live event is a trace of its own, through to the subgraph', async () => {
  const { token } = await visitorToken(url)
  const before = collector.spans.length
  const follower = follow(
    url,
    token,
    'subscription { messageAdded(conversationId: "t1") { text author { name } } }',
  )
  await until('it is subscribed', () => system.conversation.subscribed['messageAdded'])
  await until('the event has come', async () => {
    if (!follower.received.length) await addMessages(system.subgraph().ctx, 't1', 1)
    return follower.received.length > 0
  })
  const [event, fetch, subgraph] = await until('its trace has come', () => {
    const spans = collector.spans.slice(before)
    for (const root of named(spans, 'router', 'live event')) {
      const call = named(spans, 'router', 'fetch').find((span) => span.parentSpanId === root.spanId)
      const served = named(spans, 'customer', 'POST /graphql').find(
        (span) => span.parentSpanId === call?.spanId,
      )
      if (call && served) return [root, call, served]
    }
    return undefined
  })
  expect(new Set([event, fetch, subgraph].map((span) => span?.traceId)).size).toBe(1)
  await follower.stop()
})
