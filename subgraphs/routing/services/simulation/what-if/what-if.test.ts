import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leastIdAt } from '#platform/ids/least-id-at.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import type { RoutingConfig } from '../../../config.ts'
import { routingSubgraph } from '../../../definition.ts'
import { Reservations } from '../../../models/reservation.ts'
import { WorkItems } from '../../../models/work-item.ts'
import { ada, codesOf, supervisor, visitor } from '../../../testing/routing-graph-under-test.ts'

let subgraph: TestSubgraph<RoutingConfig>
beforeAll(async () => {
  subgraph = await createTestSubgraph(routingSubgraph)
  const saveQueue = `mutation ($input: SaveQueueInput!) { saveQueue(input: $input) { queue { id } userErrors { code } } }`
  for (const [id, mediaType] of [
    ['calls', 'VOICE'],
    ['chats-zh', 'CHAT'],
  ]) {
    const requiredSkills = [
      { skillId: mediaType?.toLowerCase() },
      ...(id === 'chats-zh' ? [{ skillId: 'zh' }] : []),
    ]
    const input = { id, name: id, mediaTypes: [mediaType], requiredSkills }
    expect(await subgraph.query(supervisor, saveQueue, { input })).toMatchObject({
      data: { saveQueue: { queue: { id }, userErrors: [] } },
    })
  }
})
afterAll(() => subgraph.stop())

const estimate = '{ mean halfWidth }'
const forecast = `{ agents overall { contacts serviceLevel ${estimate} occupancy ${estimate} abandonRate ${estimate} expectedWait ${estimate} }
  queues { queue { id } figures { contacts serviceLevel ${estimate} occupancy ${estimate} expectedWait ${estimate} }
    erlangC { servers serversNeeded waitingProbability serviceLevel occupancy expectedWait } } }`
const document = `query ($input: WhatIfInput!) { whatIf(input: $input) { seed replications span before ${forecast} after ${forecast}
  change { serviceLevel ${estimate} occupancy ${estimate} abandonRate ${estimate} } } }`

interface Estimate<T = number> {
  mean: T
  halfWidth: T
}
interface Figures {
  contacts: number
  serviceLevel: Estimate | null
  occupancy: Estimate | null
  expectedWait: Estimate<string> | null
}
interface Forecast {
  agents: number
  overall: Figures
  queues: Array<{
    queue: { id: string }
    figures: Figures
    erlangC: {
      servers: number
      serversNeeded: number
      serviceLevel: number
      expectedWait: string | null
    } | null
  }>
}
interface Answer {
  whatIf: { span: string; before: Forecast; after: Forecast; change: { serviceLevel: Estimate } }
}

const ask = (input: object) => subgraph.query<Answer>(supervisor, document, { input })
const calls = (arrivalsPerHour: number[], more = {}) => ({
  queueId: 'calls',
  mediaType: 'VOICE',
  arrivalsPerHour,
  handleTime: 'PT3M',
  ...more,
})
const voice = (count: number) => ({ count, skills: [{ skillId: 'voice', proficiency: 3 }] })
const chinese = (count: number) => ({
  count,
  skills: ['chat', 'zh'].map((skillId) => ({ skillId, proficiency: 3 })),
})
const given = { demands: [calls([200])], staff: [voice(14)], seed: 4 }

describe('of given figures', () => {
  test('it answers like Erlang C where that applies, and says how sure it is', async () => {
    const { data, errors } = await ask({ ...given, replications: 10 })
    expect(errors).toBeUndefined()
    const { before, span } = data?.whatIf ?? {}
    expect(span).toBe('PT8H')
    const [queue] = before?.queues ?? []
    const { serviceLevel, occupancy } = queue?.figures ?? {}
    // 15 s of the 20 are left after five of ringing, which the agent is taken for too.
    expect(queue?.erlangC).toMatchObject({ servers: 14, serversNeeded: 14 })
    const off = Math.abs((serviceLevel?.mean ?? 0) - (queue?.erlangC?.serviceLevel ?? 1))
    expect(off).toBeLessThan((serviceLevel?.halfWidth ?? 0) + 0.02)
    expect(serviceLevel?.halfWidth).toBeLessThan(0.05)
    expect(Math.abs((occupancy?.mean ?? 0) - (200 * 185) / 3_600 / 14)).toBeLessThan(0.03)
  })

  test('two more agents who speak Chinese shorten the wait of the Chinese, and of nobody else', async () => {
    const demands = [
      calls([100]),
      {
        queueId: 'chats-zh',
        mediaType: 'CHAT',
        arrivalsPerHour: [55],
        handleTime: 'PT10M',
        patience: 'PT10M',
      },
    ]
    const { data, errors } = await ask({ demands, staff: [voice(9), chinese(3)], addAgents: [chinese(2)] })
    expect(errors).toBeUndefined()
    const { before, after, change } = data?.whatIf ?? {}
    expect([before?.agents, after?.agents]).toEqual([12, 14])
    const level = (of: Forecast | undefined, id: string) =>
      of?.queues.find(({ queue }) => queue.id === id)?.figures.serviceLevel
    const [less, more] = [level(before, 'chats-zh'), level(after, 'chats-zh')]
    expect((more?.mean ?? 0) - (less?.mean ?? 0)).toBeGreaterThan(
      (less?.halfWidth ?? 1) + (more?.halfWidth ?? 1),
    )
    expect(level(after, 'calls')).toEqual(level(before, 'calls'))
    expect(change?.serviceLevel.mean).toBeGreaterThan(change?.serviceLevel.halfWidth ?? 1)
  })

  test('the same question has the same answer, and another seed another one', async () => {
    const first = await ask(given)
    expect(first.errors).toBeUndefined()
    expect(await ask(given)).toEqual(first)
    expect(await ask({ ...given, seed: 5 })).not.toEqual(first)
  })

  test('fewer people, more contacts and lower needs do what they should', async () => {
    const fewer = await ask({ ...given, removeAgents: [voice(3)] })
    expect(fewer.data?.whatIf.after.agents).toBe(11)
    expect(fewer.data?.whatIf.change.serviceLevel.mean).toBeLessThan(-0.2)
    const more = await ask({ ...given, volumes: [{ queueId: 'calls', factor: 1.4 }] })
    expect(more.data?.whatIf.after.overall.contacts).toBeGreaterThan(
      (more.data?.whatIf.before.overall.contacts ?? 0) * 1.3,
    )
    // 14.4 erlangs for 14 agents: the line grows without end.
    expect(more.data?.whatIf.after.queues[0]?.erlangC?.expectedWait).toBeNull()
    const demands = [calls([200]), { ...calls([5]), queueId: 'chats-zh', mediaType: 'CHAT' }]
    const alone = {
      ...given,
      demands,
      staff: [voice(14), { count: 5, skills: [{ skillId: 'chat', proficiency: 1 }] }],
    }
    const steps = [{ relaxAfter: 'PT30S', requiredSkills: [{ skillId: 'chat' }] }]
    const relaxed = await ask({ ...alone, queueSteps: [{ queueId: 'chats-zh', steps }] })
    expect(relaxed.errors).toBeUndefined()
    const chats = (of?: Forecast) => of?.queues.find(({ queue }) => queue.id === 'chats-zh')?.figures
    expect(chats(relaxed.data?.whatIf.before)?.serviceLevel?.mean).toBe(0)
    expect(chats(relaxed.data?.whatIf.after)?.serviceLevel?.mean).toBe(1)
  })
})

describe('what can not be played is refused with a code', () => {
  test.each([
    ['replications', { ...given, replications: 1 }],
    ['pastHours', { pastHours: 25 }],
    ['demands.0.arrivalsPerHour', { ...given, demands: [calls([])] }],
    ['demands.1', { ...given, demands: [calls([1]), calls([2])] }],
    ['demands.0.queueId', { ...given, demands: [{ ...calls([1]), queueId: 'nowhere' }] }],
    ['demands.0.handleTime', { ...given, demands: [calls([1], { handleTime: 'PT0S' })] }],
    ['volumes.0.factor', { ...given, volumes: [{ factor: -1 }] }],
    ['volumes.0.queueId', { ...given, volumes: [{ queueId: 'nowhere', factor: 1 }] }],
    ['removeAgents.0.count', { ...given, removeAgents: [voice(15)] }],
    ['addAgents', { ...given, addAgents: [voice(2_001)] }],
    ['queueSteps.0.queueId', { ...given, queueSteps: [{ queueId: 'nowhere', steps: [] }] }],
    [
      'queueSteps.0.steps.0.relaxAfter',
      { ...given, queueSteps: [{ queueId: 'calls', steps: [{ relaxAfter: 'PT0S', requiredSkills: [] }] }] },
    ],
  ])('%s', async (field, input) => {
    const { errors } = await ask(input)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(errors?.[0]?.message).toContain(`${field}: `)
  })

  test('more contacts than a simulation may play, and more simulations than may run', async () => {
    expect(codesOf(await ask({ ...given, demands: [calls([50_000])] }))).toEqual(['SIMULATION_TOO_LARGE'])
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(given)))
    const codes = answers.flatMap((answer) => codesOf(answer) ?? [])
    expect(new Set(codes)).toEqual(new Set(['SIMULATION_BUSY']))
    expect(answers.some(({ data }) => data?.whatIf)).toBe(true)
    // The places are free again.
    expect((await ask(given)).errors).toBeUndefined()
  })

  test('nothing recorded, and whoever is no supervisor', async () => {
    expect(codesOf(await ask({ pastHours: 1 }))).toEqual(['NOTHING_RECORDED'])
    for (const viewer of [ada, visitor]) {
      expect(codesOf(await subgraph.query(viewer, document, { input: given }))).toEqual(['FORBIDDEN'])
      expect(codesOf(await subgraph.query(viewer, '{ routingBaseline { since } }'))).toEqual(['FORBIDDEN'])
    }
  })
})

describe('of the recorded past', () => {
  const minuteMs = 60_000
  let made = 0
  const idAt = (at: Date) => {
    made += 1
    return leastIdAt(at).slice(0, -6) + made.toString(16).padStart(6, '0')
  }

  beforeEach(async () => {
    const { db } = subgraph.ctx
    await WorkItems(db).deleteMany({})
    await Reservations(db).deleteMany({})
    const now = subgraph.ctx.now().getTime()
    // Two hours: 60 calls in the older, 30 in the newer; Ada takes all that she can, the rest is taken by nobody.
    const items = Array.from({ length: 90 }, (_, n) => {
      const queuedAt = new Date(now - (n < 60 ? 119 - n * 0.9 : 59 - (n - 60) * 1.8) * minuteMs)
      const answeredAt = new Date(queuedAt.getTime() + 30_000)
      const gaveUp = n % 3 === 0
      return { queuedAt, answeredAt, gaveUp, _id: idAt(queuedAt) }
    })
    await WorkItems(db).insertMany(
      items.map(({ _id, queuedAt, answeredAt, gaveUp }) => ({
        _id,
        sessionId: _id,
        conversationId: _id,
        channel: 'phone',
        mediaType: 'VOICE',
        queueId: 'calls',
        priority: 0,
        status: gaveUp ? 'CANCELED' : 'COMPLETED',
        queuedAt,
        warnAt: queuedAt,
        dueAt: queuedAt,
        orderAt: queuedAt,
        ...(gaveUp
          ? { closedAt: answeredAt }
          : { answeredAt, closedAt: new Date(answeredAt.getTime() + 2 * minuteMs) }),
        passedOver: [],
        version: 1,
      })),
    )
    await Reservations(db).insertMany(
      items
        .filter(({ gaveUp }) => !gaveUp)
        .map(({ _id, queuedAt, answeredAt }) => ({
          _id: idAt(queuedAt),
          workItemId: _id,
          sessionId: _id,
          queueId: 'calls',
          agentId: 'ada',
          mediaType: 'VOICE',
          weight: 60,
          status: 'COMPLETED',
          createdAt: new Date(answeredAt.getTime() - 4_000),
          expiresAt: answeredAt,
          decidedAt: answeredAt,
          closedAt: new Date(answeredAt.getTime() + 2 * minuteMs),
        })),
    )
    await subgraph.query(
      supervisor,
      `mutation { saveAgent(input: { id: "ada", name: "Ada", skills: [{ skillId: "voice", proficiency: 4 }] }) { userErrors { code } } }`,
    )
  })

  test('the baseline is what was recorded', async () => {
    const read = await subgraph.query(
      supervisor,
      '{ routingBaseline(pastHours: 2) { agentsOnDuty demands { queue { id } mediaType contacts arrivalsPerHour handleTime handleTimeAssumed patience } } }',
    )
    expect(read).toEqual({
      data: {
        routingBaseline: {
          agentsOnDuty: 1,
          demands: [
            {
              queue: { id: 'calls' },
              mediaType: 'VOICE',
              contacts: 90,
              arrivalsPerHour: [60, 30],
              handleTime: 'PT2M',
              handleTimeAssumed: false,
              // 90 waits of half a minute, and 30 who gave up.
              patience: 'PT1M30S',
            },
          ],
        },
      },
    })
  })

  test('it is the start of a what-if: one agent for two erlangs, and what two more would do', async () => {
    const { data, errors } = await ask({ pastHours: 2, addAgents: [voice(2)] })
    expect(errors).toBeUndefined()
    const { before, after, span } = data?.whatIf ?? {}
    expect(span).toBe('PT2H')
    expect([before?.agents, after?.agents]).toEqual([1, 3])
    expect(Math.abs((before?.overall.contacts ?? 0) - 90)).toBeLessThan(30)
    expect(after?.overall.serviceLevel?.mean).toBeGreaterThan((before?.overall.serviceLevel?.mean ?? 1) + 0.2)
    expect(before?.overall.occupancy?.mean).toBeGreaterThan(0.7)
  })
})
