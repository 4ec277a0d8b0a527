import { expect, test } from 'vitest'
import mongoose from 'mongoose'
import { createMetrics } from '#platform/metrics/create-metrics.ts'
import { defaultCapacity } from '../core/capacity.ts'
import { createRoutingCore } from '../core/create-routing-core.ts'
import type { RoutingCommand } from '../core/routing-command.ts'
import type { FactGroup, LogFact } from './follow-log.ts'
import { leaderMetrics } from './leader-metrics.ts'
import { createReplica } from './replica.ts'

const t0 = Date.UTC(2026, 10, 25, 9)
const time = (seconds: number) => new mongoose.mongo.Timestamp({ t: seconds, i: 1 })

function group(second: number, ...facts: Array<RoutingCommand | Omit<LogFact, '_id' | 'at'>>): FactGroup {
  return {
    clusterTime: time(second),
    facts: facts.map((fact): LogFact => {
      const entry =
        'reason' in fact || fact.kind === 'LED' ? fact : { kind: 'QUEUED' as const, command: fact }
      return { ...(entry as LogFact), _id: 'entry', at: new Date(t0) }
    }),
  }
}

const queue: RoutingCommand = {
  kind: 'QUEUE_SAVED',
  queue: { id: 'chats', rings: [{ relaxAfterMs: 0, alternatives: [[]] }] },
}
const agent = (id: string, presence: 'AVAILABLE' | 'AWAY' = 'AVAILABLE'): RoutingCommand => ({
  kind: 'AGENT_CHANGED',
  agent: { id, presence, presenceSinceMs: t0, idleSinceMs: t0, skills: [], capacity: defaultCapacity },
})
const waits = (id: string, version = 1): RoutingCommand => ({
  kind: 'ITEM_WAITS',
  item: { id, version, queueId: 'chats', mediaType: 'CHAT', queuedAtMs: t0, orderAtMs: t0, passedOver: [] },
})

function createUnderTest() {
  const metrics = leaderMetrics({ metrics: createMetrics('test', { processWide: false }) })
  return createReplica(createRoutingCore(), () => t0, metrics)
}
const led = (epoch: number): Omit<LogFact, '_id' | 'at'> => ({ kind: 'LED', epoch })

test('it decides from the entry that begins its epoch on, first all that was possible before', () => {
  const replica = createUnderTest()
  replica.take(group(1, queue, agent('ada'), waits('a')))
  replica.leadFrom(7)
  replica.take(group(2, led(6)))
  replica.decideDue()
  expect([replica.leading, replica.takeBatch()]).toEqual([false, []])
  replica.take(group(3, led(7)))
  replica.decideDue()
  expect(replica.takeBatch().map(({ workItemId }) => workItemId)).toEqual(['a'])
  replica.take(group(4, waits('b')))
  expect(replica.takeBatch().map(({ workItemId }) => workItemId)).toEqual(['b'])
})

test('an epoch that the log tells of first begins as well', () => {
  const replica = createUnderTest()
  replica.take(group(1, queue, agent('ada'), waits('a'), led(7)))
  expect(replica.leading).toBe(false)
  replica.leadFrom(7)
  replica.decideDue()
  expect(replica.takeBatch()).toHaveLength(1)
})

test('facts of one transaction are taken together: who left in it gets nothing of it', () => {
  const replica = createUnderTest()
  replica.leadFrom(1)
  replica.take(group(1, queue, agent('ada'), led(1)))
  replica.decideDue()
  replica.take(group(2, waits('a'), agent('ada', 'AWAY')))
  expect(replica.backlog).toBe(0)
})

test('a refused offer is as if it had not been, and what was never written goes back with standing by', () => {
  const replica = createUnderTest()
  replica.leadFrom(1)
  replica.take(group(1, queue, agent('ada'), led(1)))
  replica.decideDue()
  replica.take(group(2, waits('a')))
  const refused = replica.takeBatch()
  expect(refused).toHaveLength(1)
  const closed: RoutingCommand = { kind: 'RESERVATION_CLOSED', workItemId: 'a', agentId: 'ada' }
  replica.correct(refused, [closed, agent('ada'), waits('a')])
  expect(replica.takeBatch().map(({ workItemId }) => workItemId)).toEqual(['a'])
  replica.take(group(3, waits('b')))
  expect(replica.standBy().map(({ workItemId }) => workItemId)).toEqual(['b'])
  replica.take(group(4, waits('c')))
  expect([replica.leading, replica.backlog]).toEqual([false, 0])
})

test('a core that knows too little is found out when the log has passed the instant, at the second look', () => {
  const replica = createUnderTest()
  replica.take(group(1, queue, waits('a')))
  replica.expect({ waiting: 1, reserved: 0, at: time(1) })
  replica.take(group(2, waits('b')))
  // One that nobody told of.
  replica.expect({ waiting: 3, reserved: 0, at: time(2) })
  replica.take(group(3, waits('c')))
  replica.expect({ waiting: 4, reserved: 0, at: time(3) })
  expect(() => replica.take(group(4))).toThrow('differs from the store')
})

test('offers on their way to the store are no difference', () => {
  const replica = createUnderTest()
  replica.leadFrom(1)
  replica.take(group(1, queue, agent('ada'), led(1)))
  replica.decideDue()
  replica.take(group(2, waits('a')))
  for (const second of [3, 4, 5]) {
    replica.expect({ waiting: 1, reserved: 0, at: time(second) })
    replica.take(group(second + 1))
  }
  expect(replica.backlog).toBe(1)
})
