import { expect, test } from 'vitest'
import type { Access } from '../../../router/engine/authorization/access.ts'
import type { Engine } from '../../../router/engine/engine.ts'
import { contextOf, startFederation } from '../engine/federation.ts'
import { everything, guarded, stranger } from './guarded.ts'

async function eventsOf(engine: Engine, query: string, access: Access, variables = {}): Promise<unknown[]> {
  const subscribed = await engine.subscribe({ query, variables }, contextOf({ access }))
  if ('errors' in subscribed) return [subscribed]
  const events: unknown[] = []
  for await (const event of subscribed.events) events.push(JSON.parse(event))
  return events
}

const unauthorized = (...path: string[]) => ({
  message: 'Unauthorized field or type',
  path,
  extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
})

test('a subscription whose field is denied is refused, and nothing is subscribed to', async () => {
  const { engine, subgraphs } = await startFederation(guarded)
  const query = 'subscription { guarded { n } }'
  expect(await eventsOf(engine, query, stranger)).toEqual([{ errors: [unauthorized('guarded')] }])
  expect(subgraphs.people.sockets).toBe(0)
  expect(await eventsOf(engine, query, everything)).toEqual([1, 2].map((n) => ({ data: { guarded: { n } } })))
})

test('denied fields below are null on every event, with their errors; nothing of them is asked for', async () => {
  const { engine, subgraphs } = await startFederation(guarded)
  const query = 'subscription { ticked { n note user { id street phone } } }'
  const user = { id: 'u1', street: 'Street', phone: null }
  expect(await eventsOf(engine, query, stranger)).toEqual(
    [1, 2].map((n) => ({
      errors: [unauthorized('ticked', 'note'), unauthorized('ticked', 'user', 'phone')],
      data: { ticked: { n, note: null, user } },
    })),
  )
  expect(subgraphs.letters.requests.map(({ query: text }) => text).join()).not.toContain('phone')
  expect(await eventsOf(engine, query, everything)).toMatchObject(
    [1, 2].map((n) => ({ data: { ticked: { n, note: 'secret note', user: { phone: 'secret phone' } } } })),
  )
})

test('a subscription of which only denied fields are asked still tells of its events', async () => {
  const { engine } = await startFederation(guarded)
  expect(await eventsOf(engine, 'subscription { ticked { note } }', stranger)).toEqual(
    [1, 2].map(() => ({ errors: [unauthorized('ticked', 'note')], data: { ticked: { note: null } } })),
  )
})

test('the parts: what is shared differs for viewers of other rights, and is equal for those of the same', async () => {
  const { engine } = await startFederation(guarded)
  const query = 'subscription { ticked { n user { phone } note } }'
  const parts = [stranger, everything, { rights: { ...everything.rights, scopes: new Set<string>() } }].map(
    (access) => {
      const part = engine.subscriptionParts({ query }, undefined, access)
      if ('errors' in part) throw new Error(JSON.stringify(part.errors))
      return part
    },
  )
  const [denied, allowed, alike] = parts
  expect(denied?.payload.query).not.toContain('note')
  expect(allowed?.payload.query).toContain('note')
  expect(denied?.restriction).not.toBe(allowed?.restriction)
  // rights that the operation does not ask about make no difference
  expect([alike?.restriction, alike?.payload]).toEqual([allowed?.restriction, allowed?.payload])
})

test('a field of another subgraph alone makes another projection of the same upstream', async () => {
  const { engine } = await startFederation(guarded)
  const query = 'subscription { ticked { n user { street phone } } }'
  const part = (access: Access) => {
    const one = engine.subscriptionParts({ query }, undefined, access)
    if ('errors' in one) throw new Error(JSON.stringify(one.errors))
    return one
  }
  expect(part(stranger).payload).toEqual(part(everything).payload)
  expect(part(stranger).restriction).not.toBe(part(everything).restriction)
})
