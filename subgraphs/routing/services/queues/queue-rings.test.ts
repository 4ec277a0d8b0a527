import { expect, test } from 'vitest'
import type { QueueRecord, RoutingStepRecord } from '../../models/queue.ts'
import { queueOf } from './queue-settings.ts'
import { queueRings } from './queue-rings.ts'

const needs = (skillId: string, minimumProficiency = 1) => ({ skillId, minimumProficiency })

function queue(_id: string, skill: string, steps: RoutingStepRecord[] = []): QueueRecord {
  const settings = queueOf({
    _id,
    name: _id,
    mediaTypes: ['CHAT'],
    requiredSkills: [needs(skill, 4)],
    reservationTimeoutMs: 30_000,
    steps,
  })
  return { ...settings, revision: 1 }
}

const billing = queue('billing', 'billing')
const general = queue('general', 'basic')
const known = new Map([billing, general].map((one) => [one._id, one]))

test('a queue without steps has one ring: its own needs', () => {
  expect(queueRings(billing, known)).toEqual([{ relaxAfterMs: 0, alternatives: [[needs('billing', 4)]] }])
})

test('a step adds the needs of the queues it overflows to, and what has overflowed stays so', () => {
  const relaxing = queue('orders', 'orders', [
    {
      relaxAfterMs: 30_000,
      requiredSkills: [needs('orders', 2)],
      overflowQueueIds: ['billing'],
      advanceMs: 0,
    },
    { relaxAfterMs: 60_000, requiredSkills: [], overflowQueueIds: ['general', 'gone'], advanceMs: 20_000 },
  ])
  expect(queueRings(relaxing, known)).toEqual([
    { relaxAfterMs: 0, alternatives: [[needs('orders', 4)]] },
    { relaxAfterMs: 30_000, alternatives: [[needs('orders', 2)], [needs('billing', 4)]] },
    {
      relaxAfterMs: 60_000,
      alternatives: [[], [needs('billing', 4)], [needs('basic', 4)]],
      advanceMs: 20_000,
    },
  ])
})
