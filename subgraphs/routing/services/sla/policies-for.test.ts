import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SlaPolicyRecord } from '../../models/sla-policy.ts'
import { defaultSlaPolicies } from './default-sla-policies.ts'
import { policiesFor, type SlaContact } from './policies-for.ts'

const policy = (id: string, more: Partial<SlaPolicyRecord> = {}): SlaPolicyRecord => ({
  ...defaultSlaPolicies.CHAT,
  _id: id,
  ...more,
})
const contact = (more: Partial<SlaContact> = {}): SlaContact => ({
  mediaType: 'CHAT',
  channel: 'web-chat',
  queueId: 'support',
  priority: 0,
  ...more,
})

/** From the least to the most special, each with a contact for which it and all before it apply. */
const special = [
  policy('all'),
  policy('channel', { channel: 'web-chat' }),
  policy('priority-3', { minimumPriority: 3 }),
  policy('priority-3-channel', { minimumPriority: 3, channel: 'web-chat' }),
  policy('priority-5', { minimumPriority: 5 }),
  policy('queue', { queueId: 'support' }),
  policy('queue-priority', { queueId: 'support', minimumPriority: 3 }),
  policy('tier', { customerTier: 'gold' }),
  policy('tier-channel', { customerTier: 'gold', channel: 'web-chat' }),
  policy('tier-queue', { customerTier: 'gold', queueId: 'support' }),
]
const best = contact({ priority: 7, customerTier: 'gold' })

test('of policies that apply the most special sets the clock, in whatever order they are read', () => {
  for (let count = 1; count <= special.length; count++) {
    const known = special.slice(0, count)
    const chosen = known.at(-1)?._id
    fc.assert(
      fc.property(fc.shuffledSubarray(known, { minLength: count, maxLength: count }), (read) => {
        expect(policiesFor(read, best).get('FIRST_RESPONSE')?._id).toBe(chosen)
      }),
      { numRuns: 20 },
    )
  }
})

const choices: Array<[string, Partial<SlaContact>, string | undefined]> = [
  ['of nobody known', {}, 'queue'],
  ['of another queue', { queueId: 'orders' }, 'channel'],
  ['of another queue and channel', { queueId: 'orders', channel: 'telegram' }, 'all'],
  ['of a priority below', { queueId: 'orders', priority: 2 }, 'channel'],
  ['of just the priority', { queueId: 'orders', priority: 3 }, 'priority-3-channel'],
  ['of a higher priority', { queueId: 'orders', priority: 9 }, 'priority-5'],
  ['of a tier that no policy names', { customerTier: 'silver', priority: 9 }, 'queue-priority'],
  ['of a tier in another queue', { customerTier: 'gold', queueId: 'orders' }, 'tier-channel'],
  ['of another kind', { mediaType: 'SOCIAL', customerTier: 'gold' }, undefined],
]

test.each(choices)('a contact %s', (_title, more, chosen) => {
  expect(policiesFor(special, contact(more)).get('FIRST_RESPONSE')?._id).toBe(chosen)
})

test('each metric is chosen for itself', () => {
  const all = [
    policy('first'),
    policy('end', { metric: 'RESOLUTION' }),
    policy('tier', { metric: 'RESOLUTION', customerTier: 'gold' }),
  ]
  const chosen = policiesFor(all, best)
  expect([...chosen].map(([metric, { _id }]) => [metric, _id])).toEqual([
    ['FIRST_RESPONSE', 'first'],
    ['RESOLUTION', 'tier'],
  ])
})
