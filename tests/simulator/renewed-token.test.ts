import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { addMessages } from '../router/front/subgraphs/conversation.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../router/front/test-system.ts'
import { Staff } from '../scenarios/staff.ts'
import { GraphClient } from './graph-client.ts'
import { RenewedToken } from './renewed-token.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem({ ACCESS_TOKEN_TTL: 'PT2S' })
})
afterAll(() => system?.stop())

const messages =
  'subscription ($id: ID!, $after: String) { messageAdded(conversationId: $id, after: $after) { sequence } }'

test('an agent stays for longer than a token lives: nothing is missed and nothing comes twice', async () => {
  const { url } = system.router
  const token = await RenewedToken.of(new Staff(url), adminEmail, adminPassword)
  const client = new GraphClient(url, token)
  const received: number[] = []
  const errors: unknown[] = []
  const leave = client.subscribe<{ messageAdded: { sequence: number } }>(
    messages,
    { id: 'long' },
    ({ messageAdded }) => received.push(messageAdded.sequence),
    (error) => errors.push(error),
  )
  const { ctx } = system.subgraph()
  await until('the subscription has its beginning', () => system.conversation.begun.has('long'))
  for (let sequence = 1; sequence <= 3; sequence++) {
    const { current } = token
    await addMessages(ctx, 'long', 1)
    await until(`message ${sequence}`, () => received.includes(sequence))
    await until('the next token', () => token.current !== current)
    expect(await client.request('{ whoAmI }')).toBeDefined()
  }
  await addMessages(ctx, 'long', 1)
  await until('the last message', () => received.includes(4))
  expect(received).toEqual([1, 2, 3, 4])
  expect(errors).toEqual([])
  leave()
  await client.close()
})
