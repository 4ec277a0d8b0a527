import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { Cancelation } from '../../../router/engine/cancelation.ts'
import { contextOf, startFederation } from './federation.ts'
import { gate } from './gate.ts'
import { library } from './library.ts'

/** Holds a request until the test lets it go, and sees its connection close. */
function holding() {
  const entered = gate()
  const closed = gate()
  const answer = gate<string>()
  return {
    entered: entered.passed,
    closed: closed.passed,
    answer,
    intercept(request: IncomingMessage, response: ServerResponse) {
      request.socket.once('close', () => closed.open())
      entered.open()
      void answer.passed.then((text) => response.end(text))
    },
  }
}

const everybody = '{"data":{"everybody":[{"id":"p1"}]}}'

describe('a client that leaves', () => {
  test('takes its reads with it: the subgraph’s connection closes, and nothing is held against the subgraph', async () => {
    const { engine, subgraphs } = await startFederation(library, { transport: { breakerFailures: 1 } })
    const held = holding()
    subgraphs.people.intercept.push(held.intercept)
    const signal = new Cancelation()
    const asked = engine.execute({ query: '{ everybody { id } }' }, contextOf({ signal }))
    const refused = expect(asked).rejects.toThrow('canceled')
    await held.entered
    signal.abort('client-gone')
    await refused
    await held.closed
    expect(JSON.parse(await engine.execute({ query: '{ everybody { id } }' }, contextOf()))).toEqual({
      data: { everybody: [{ id: 'p1' }, { id: 'p2' }] },
    })
  })

  test('leaves those alone who share its read; the last one to leave ends it', async () => {
    const { engine, subgraphs } = await startFederation(library)
    const held = holding()
    subgraphs.people.intercept.push(held.intercept)
    const signals = [new Cancelation(), new Cancelation(), new Cancelation()]
    const asked = signals.map((signal) =>
      engine.execute({ query: '{ everybody { id } }' }, contextOf({ signal })),
    )
    const ended = asked.map((one) => one.catch((error: Error) => error.message))
    await held.entered
    signals[0]?.abort('client-gone')
    signals[2]?.abort('client-gone')
    expect(await ended[0]).toContain('canceled')
    expect(await ended[2]).toContain('canceled')
    held.answer.open(everybody)
    expect(JSON.parse(String(await ended[1]))).toEqual({ data: { everybody: [{ id: 'p1' }] } })
    expect(subgraphs.people.requests).toHaveLength(1)

    const again = holding()
    subgraphs.people.intercept.push(again.intercept)
    const last = new Cancelation()
    const gone = engine.execute({ query: '{ everybody { id } }' }, contextOf({ signal: last }))
    const refused = expect(gone).rejects.toThrow('canceled')
    await again.entered
    last.abort('client-gone')
    await refused
    await again.closed
  })

  test('does not stop what it has begun to change', async () => {
    const done = gate()
    const held = gate()
    const { engine } = await startFederation({
      writes: {
        sdl: 'type Query { none: Int } type Mutation { first: Int second: Int }',
        resolvers: {
          Mutation: {
            first: () => held.passed.then(() => done.open()),
            second: () => expect.unreachable('nobody waits for it'),
          },
        },
      },
    })
    const signal = new Cancelation()
    const asked = engine.execute({ query: 'mutation { first second }' }, contextOf({ signal }))
    const refused = expect(asked).rejects.toThrow('canceled')
    signal.abort('client-gone')
    held.open()
    await done.passed
    await refused
  })
})

describe('an operation that has used up its time', () => {
  test('gives what it has, a coded error for the rest, and stops the rest', async () => {
    const { engine, subgraphs } = await startFederation(library)
    const held = holding()
    subgraphs.people.intercept.push(held.intercept)
    const signal = new Cancelation()
    const query = '{ books(first: 1) { title author { id nickname } } }'
    const asked = engine.execute({ query }, contextOf({ signal }))
    await held.entered
    signal.abort('timed-out')
    expect(JSON.parse(await asked)).toEqual({
      data: { books: [{ title: 'Title b1', author: { id: 'p1', nickname: null } }] },
      errors: [
        {
          message: 'The operation took longer than it may',
          path: ['books'],
          extensions: { code: 'OPERATION_TIMEOUT', serviceName: 'people' },
        },
      ],
    })
    await held.closed
  })

  test('answers for a mutation too, whose own request goes on', async () => {
    const held = gate()
    const done = gate()
    const { engine } = await startFederation({
      writes: {
        sdl: 'type Query { none: Int } type Mutation { first: Int }',
        resolvers: { Mutation: { first: () => held.passed.then(() => done.open()) } },
      },
    })
    const signal = new Cancelation()
    const asked = engine.execute({ query: 'mutation { first }' }, contextOf({ signal }))
    signal.abort('timed-out')
    expect(JSON.parse(await asked)).toMatchObject({
      data: { first: null },
      errors: [{ extensions: { code: 'OPERATION_TIMEOUT' } }],
    })
    held.open()
    await done.passed
  })
})

test('retries are a share of the load: where everything fails they do not double it', async () => {
  const { ask, subgraphs } = await startFederation(library, {
    transport: { shareReads: false, breakerFailures: 1_000_000 },
  })
  const { intercept, requests } = subgraphs.people
  intercept.push(...Array(400).fill((request: IncomingMessage) => request.socket.destroy()))
  for (let n = 0; n < 200; n++) await ask('{ everybody { id } }')
  expect(requests.length).toBeLessThanOrEqual(200 * 1.1 + 10)
  expect(requests.length).toBeGreaterThan(200)
})

test('of many requests on a subgraph that is left alone one tries, the others do not wait behind it', async () => {
  const { ask, subgraphs } = await startFederation(library, {
    transport: { shareReads: false, breakerFailures: 1, breakerPauseMs: 1 },
  })
  const { intercept, requests } = subgraphs.people
  const away = (_request: IncomingMessage, response: ServerResponse) => response.writeHead(503).end()
  intercept.push(away, away)
  await ask('{ everybody { id } }')
  const before = requests.length
  const held = holding()
  intercept.push(held.intercept)
  const probe = vi.waitFor(async () => {
    const asked = ask('{ everybody { id } }')
    const first = await Promise.race([held.entered.then(() => 'entered'), asked.then(() => 'refused')])
    if (first === 'refused') throw new Error('still left alone')
    return asked
  })
  await held.entered
  const others = await Promise.all(Array.from({ length: 20 }, () => ask('{ everybody { id } }')))
  expect(others.map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(
    Array(20).fill('SUBGRAPH_UNAVAILABLE'),
  )
  expect(requests).toHaveLength(before + 1)
  held.answer.open(everybody)
  expect(await probe).toEqual({ data: { everybody: [{ id: 'p1' }] } })
  expect((await ask('{ everybody { id } }')).errors).toBeUndefined()
})
