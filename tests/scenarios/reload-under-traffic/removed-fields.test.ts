import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { type Follower, follow } from '../../router/front/live-client.ts'
import { ask, codeOf, partnerKey, post, staffToken } from '../../router/front/person.ts'
import { addMessages } from '../../router/front/subgraphs/conversation.ts'
import { startTestSystem, type TestSystem } from '../../router/front/test-system.ts'
import { followStream } from './event-stream-follower.ts'
import { serves } from './served-supergraph.ts'
import { startTraffic, unhurried } from './traffic.ts'

vi.setConfig({ testTimeout: 120_000 })

let system: TestSystem
let url: string
let admin: string
const followers: Array<Pick<Follower<unknown>, 'stop'>> = []
beforeAll(async () => {
  system = await startTestSystem(unhurried)
  url = system.router.url
  admin = await staffToken(url)
})
afterAll(async () => {
  await Promise.all(followers.map((one) => one.stop()))
  await system?.stop()
})

/** The supergraph without what a pattern finds in the conversation subgraph. */
const without = (...parts: string[]) =>
  system.supergraph((sdl, name) => {
    if (name !== 'conversation') return sdl
    return parts.reduce((text, part) => {
      if (!text.includes(part)) throw new Error(`there is no ${part}`)
      return text.replace(part, '')
    }, sdl)
  })
async function reload(sdl: string): Promise<void> {
  system.publish(sdl)
  await serves(url, admin, sdl)
}

test('who asks for a query field that is gone is told so; everybody else goes on', async () => {
  await reload(system.supergraph())
  const gone = '{ conversations { id } }'
  expect(codeOf(await ask(url, admin, gone))).toBeUndefined()
  const traffic = startTraffic(url, [
    { token: admin, query: '{ conversation(id: "1") { id text } customers { id name } }' },
    { token: admin, query: '{ whoAmI }' },
  ])
  await reload(without('conversations: [Conversation!]!'))
  const before = traffic.answered
  expect(codeOf(await ask(url, admin, gone))).toBe('GRAPHQL_VALIDATION_FAILED')
  await until('requests behind the swap', () => traffic.answered > before + 20)
  await reload(system.supergraph())
  expect(codeOf(await ask(url, admin, gone))).toBeUndefined()
  await traffic.stop()
  expect(traffic.failures).toEqual([])
})

test('a request that runs while the field it asks for goes away ends as it began', async () => {
  await reload(system.supergraph())
  const hold = Promise.withResolvers<void>()
  Object.assign(system.conversation.gate, { entered: false, open: hold.promise })
  const held = ask(url, admin, 'mutation { setPresence(status: "late") }')
  await until('it runs', () => system.conversation.gate.entered)
  await reload(without('setPresence(status: String!): String!'))
  hold.resolve()
  expect(await held).toMatchObject({ status: 200, data: { setPresence: 'late' } })
  expect(codeOf(await ask(url, admin, 'mutation { setPresence(status: "later") }'))).toBe(
    'GRAPHQL_VALIDATION_FAILED',
  )
})

test('a subscription field that is gone ends its own subscriptions, with a code, and no other', async () => {
  await reload(system.supergraph())
  const boards = [1, 2].map(() =>
    follow<{ boardChanged: unknown }>(url, admin, 'subscription { boardChanged { waiting } }'),
  )
  const added = follow<{ messageAdded: { sequence: number } }>(
    url,
    admin,
    'subscription { messageAdded(conversationId: "kept") { sequence } }',
  )
  const stream = await followStream<{ boardChanged: unknown }>(
    url,
    admin,
    'subscription { boardChanged { waiting } }',
  )
  followers.push(...boards, added)
  let over = false
  void added.ended.then(() => {
    over = true
  })
  await until('all have begun', async () => {
    await addMessages(system.subgraph().ctx, 'kept', 1)
    return [...boards, added, stream].every(({ received }) => received.length > 0)
  })
  await reload(without('boardChanged: Board! @live(kind: STATE, topic: "board")'))
  const ends = await Promise.all(boards.map(({ ended }) => ended))
  expect(ends).toMatchObject([
    [{ extensions: { code: 'SUBSCRIPTION_REMOVED' } }],
    [{ extensions: { code: 'SUBSCRIPTION_REMOVED' } }],
  ])
  await until('the end of the stream', () => stream.ended)
  expect(stream.received.at(-1)?.errors?.[0]?.extensions?.['code']).toBe('SUBSCRIPTION_REMOVED')
  const seen = added.received.length
  await addMessages(system.subgraph().ctx, 'kept', 1)
  await until('the other one goes on', () => added.received.length === seen + 1)
  expect(over).toBe(false)
})

test("the partners' graph follows as well", async () => {
  await reload(system.supergraph())
  const { key } = await partnerKey(url)
  const asked = async () => {
    const query = '{ conversation(id: "1") { text } }'
    const response = await post(`${url}/partner/graphql`, { query }, undefined, { 'x-api-key': key })
    return [response.status, await response.json()]
  }
  expect(await asked()).toEqual([200, { data: { conversation: { text: expect.any(String) } } }])
  await reload(without('text: String! @tag(name: "visitor") @tag(name: "partner")'))
  expect(await asked()).toMatchObject([
    400,
    { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
  ])
  await reload(system.supergraph())
  expect((await asked())[0]).toBe(200)
})
