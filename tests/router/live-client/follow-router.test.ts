import fc from 'fast-check'
import { openLive } from '@throughline/live-client'
import { eventStreamLink } from '@throughline/live-client/event-stream-link'
import type { LiveError } from '@throughline/live-client/live-error'
import { type Live, type LiveOptions, openLiveOver } from '@throughline/live-client/open-live-over'
import type { LiveTimings } from '@throughline/live-client/timings'
import { topicResults } from '@throughline/live-client/topic-results'
import type { TopicRequest } from '@throughline/live-client/topic-request'
import { webSocketLink } from '@throughline/live-client/web-socket-link'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { post, staffToken, visitorToken } from '../front/person.ts'
import { addMessages } from '../front/subgraphs/conversation.ts'
import { adminEmail, adminPassword, startTestSystem, type TestSystem } from '../front/test-system.ts'
import { startCuttingProxy } from './cutting-proxy.ts'

const messages =
  'subscription ($id: ID!, $after: String) { messageAdded(conversationId: $id, after: $after) { sequence text author { name } } }'
const board = 'subscription { boardChanged { waiting } }'
interface Added {
  messageAdded: { sequence: number; text: string; author: { name: string } }
}
const timings: Partial<LiveTimings> = {
  firstDelayMs: 5,
  longestDelayMs: 50,
  tryBackMs: 100,
  idleMs: 0,
  graceMs: 20,
}

let system: TestSystem
const opened: Live[] = []
beforeAll(async () => {
  system = await startTestSystem({ CONNECTION_HEARTBEAT_MS: '300', ACCESS_TOKEN_TTL: 'PT15M' })
})
afterEach(() => {
  for (const live of opened.splice(0)) live.close()
})
afterAll(() => system?.stop())

let conversations = 0
const newId = () => `c${++conversations}`
const upTo = (last: number, from = 1) =>
  Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at)
function keep(live: Live): Live {
  opened.push(live)
  return live
}
const open = (url: string, options: Partial<LiveOptions> = {}) =>
  keep(openLive({ url: `${url}/graphql`, timings, ...options }))

/** Follows a conversation from its very beginning, or from now. */
function watch(live: Live, id: string, more: Partial<TopicRequest<Added>> = {}) {
  const got: number[] = []
  const ended: LiveError[] = []
  const topic = live.follow<Added>({
    query: messages,
    variables: { id },
    onData: ({ messageAdded }) => {
      expect(messageAdded.author.name).toBe('Person p1')
      got.push(messageAdded.sequence)
    },
    onEnd: (error) => ended.push(error),
    ...more,
  })
  return { got, ended, topic }
}
/** The place is known from now on: whatever breaks, nothing is lost any more. */
const begun = (one: ReturnType<typeof watch>) => until('where it stands', () => one.topic.cursor)

describe.each([
  ['WebSocket', [webSocketLink]],
  ['server-sent events', [eventStreamLink]],
] as const)('over %s', (_name, transports) => {
  test('every event arrives once and in order, wherever in a message the connection is cut', async () => {
    const proxy = await startCuttingProxy(system.router.port)
    const token = await staffToken(system.router.url)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6_000 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        async (cuts, growth) => {
          const id = newId()
          const { ctx } = system.subgraph()
          const live = keep(
            openLiveOver(transports, { url: `${proxy.url}/graphql`, timings, token: () => token }),
          )
          const one = watch(live, id)
          await begun(one)
          proxy.cutAll()
          proxy.cutAfter(cuts)
          let head = 0
          for (const count of growth) {
            await addMessages(ctx, id, count)
            head += count
          }
          await until('the last event', () => one.got.at(-1) === head)
          expect(one.got).toEqual(upTo(head))
          expect(one.ended).toEqual([])
          live.close()
        },
      ),
      { numRuns: 12 },
    )
    expect(proxy.connections).toBeGreaterThan(24)
    await proxy.stop()
  }, 120_000)

  test('a router that stops and starts again on its port costs nothing', async () => {
    const router = await system.anotherRouter()
    const { port, url } = router
    const token = await staffToken(url)
    const id = newId()
    const live = keep(openLiveOver(transports, { url: `${url}/graphql`, timings, token: () => token }))
    const states: string[] = []
    live.onLine(({ state }) => states.push(state))
    const one = watch(live, id)
    const boards: number[] = []
    live.follow<{ boardChanged: { waiting: number } }>({
      query: board,
      onData: ({ boardChanged }) => boards.push(boardChanged.waiting),
    })
    await begun(one)
    await until('the board', () => boards.length)
    await addMessages(system.subgraph().ctx, id, 3)
    await until('the first', () => one.got.length === 3)
    await router.stop()
    await addMessages(system.subgraph().ctx, id, 4)
    system.conversation.board.waiting = conversations * 100
    await until('it is missed', () => states.includes('reconnecting'))
    await system.anotherRouter({ PORT: String(port) })
    await until('what came meanwhile', () => one.got.length === 7)
    expect(one.got).toEqual(upTo(7))
    await until('the fresh state', () => boards.at(-1) === conversations * 100)
    await until('the line stands', () => live.line.state === 'online')
  })

  test('a subgraph that restarts costs nothing', async () => {
    const token = await staffToken(system.router.url)
    const id = newId()
    const live = keep(
      openLiveOver(transports, { url: `${system.router.url}/graphql`, timings, token: () => token }),
    )
    const one = watch(live, id)
    await begun(one)
    await addMessages(system.subgraph().ctx, id, 2)
    await until('the first', () => one.got.length === 2)
    await system.stopConversation()
    await system.startConversation()
    await addMessages(system.subgraph().ctx, id, 3)
    await until('all', () => one.got.length === 5)
    expect(one.got).toEqual(upTo(5))
  })

  test('a token that ends while events flow is renewed, and nothing is missed', async () => {
    const router = await system.anotherRouter({ ACCESS_TOKEN_TTL: 'PT2S', REVOCATION_CHECK: 'PT0.2S' })
    const signIn = await post(`${router.url}/auth/sign-in?token=true`, {
      email: adminEmail,
      password: adminPassword,
    })
    let held = (await signIn.json()) as { token: string; refreshToken: string }
    const renewed: string[] = []
    const live = keep(
      openLiveOver(transports, {
        url: `${router.url}/graphql`,
        timings,
        token: async (refused) => {
          if (refused) {
            const answer = await post(`${router.url}/auth/refresh`, { refreshToken: held.refreshToken })
            held = (await answer.json()) as typeof held
            renewed.push(held.token)
          }
          return held.token
        },
        onSignedOut: () => expect.unreachable(),
      }),
    )
    const id = newId()
    const one = watch(live, id)
    await begun(one)
    let head = 0
    await until('two renewals', async () => {
      await addMessages(system.subgraph().ctx, id, 1)
      head++
      return renewed.length >= 2
    })
    await until('the last', () => one.got.at(-1) === head)
    expect(one.got).toEqual(upTo(head))
    await router.stop()
  })

  test('who is signed out is told', async () => {
    let out: () => void = () => undefined
    const signedOut = new Promise<void>((resolve) => {
      out = resolve
    })
    const live = keep(
      openLiveOver(transports, {
        url: `${system.router.url}/graphql`,
        timings,
        token: () => 'no token of ours',
        onSignedOut: out,
      }),
    )
    const one = watch(live, newId())
    await signedOut
    expect(one.ended).toMatchObject([{ code: 'UNAUTHENTICATED' }])
  })

  test('a cursor of another topic is a gap, which the caller mends', async () => {
    const token = await staffToken(system.router.url)
    const id = newId()
    const gaps: string[] = []
    const live = keep(
      openLiveOver(transports, { url: `${system.router.url}/graphql`, timings, token: () => token }),
    )
    const one = watch(live, id, {
      variables: { id, after: 'bm9uc2Vuc2U' },
      onGap: (code) => {
        gaps.push(code)
        return { id }
      },
    })
    await until('it begins anew', async () => {
      await addMessages(system.subgraph().ctx, id, 1)
      return one.got.length > 0
    })
    expect(gaps).toEqual(['LIVE_CURSOR_INVALID'])
    expect(one.ended).toEqual([])
  })

  test('a field that leaves the schema ends its topic, and no other', async () => {
    const router = await system.anotherRouter()
    const token = await staffToken(router.url)
    const live = keep(openLiveOver(transports, { url: `${router.url}/graphql`, timings, token: () => token }))
    const one = watch(live, newId())
    const ended: LiveError[] = []
    const boards: number[] = []
    live.follow<{ boardChanged: { waiting: number } }>({
      query: board,
      onData: ({ boardChanged }) => boards.push(boardChanged.waiting),
      onEnd: (error) => ended.push(error),
    })
    await begun(one)
    await until('the board', () => boards.length)
    const before = system.supergraph()
    system.publish(system.supergraph((sdl) => sdl.replace(/^ *boardChanged.*$/m, '')))
    await until('the board has ended', () => ended.length)
    system.publish(before)
    expect(ended).toMatchObject([{ code: 'SUBSCRIPTION_REMOVED' }])
    expect(one.ended).toEqual([])
    await router.stop()
  })
})

test('a follower that had seen nothing yet loses nothing when the router dies', async () => {
  const proxy = await startCuttingProxy(system.router.port)
  const token = await staffToken(system.router.url)
  const id = newId()
  await addMessages(system.subgraph().ctx, id, 5)
  const one = watch(open(proxy.url, { token: () => token }), id)
  await begun(one)
  proxy.cutAll()
  await addMessages(system.subgraph().ctx, id, 2)
  await until('what came meanwhile', () => one.got.length === 2)
  expect(one.got).toEqual([6, 7])
  await proxy.stop()
})

test('a visitor and a program that iterates follow the same conversation', async () => {
  const { token } = await visitorToken(system.router.url)
  const id = newId()
  const live = open(system.router.url, { token: () => token })
  const one = watch(live, id)
  await begun(one)
  await addMessages(system.subgraph().ctx, id, 30)
  await until('all', () => one.got.length === 30)
  const got: unknown[] = []
  const results = topicResults<Added>(live, {
    query: messages,
    variables: { id, after: one.topic.cursor },
    maxQueued: 4,
  })
  await addMessages(system.subgraph().ctx, id, 40)
  for await (const { data } of results) {
    got.push(data?.messageAdded.sequence)
    if (got.length === 40) break
  }
  expect(got).toEqual(upTo(70, 31))
})
