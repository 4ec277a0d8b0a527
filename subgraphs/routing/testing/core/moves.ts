import fc from 'fast-check'
import { mediaType, presenceStatus } from '#schema/events/vocabulary.ts'
import type { Ring } from '../../services/core/queue-state.ts'

/** How big the world of the moves is: small, so that everything meets everything. */
export const world = {
  queues: ['q1', 'q2', 'q3'],
  agents: ['a1', 'a2', 'a3', 'a4', 'a5'],
  skills: ['chat', 'billing', 'zh'],
} as const

const number = fc.nat(1_000)
const needs = fc.uniqueArray(
  fc.record({
    skillId: fc.constantFrom(...world.skills),
    minimumProficiency: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 2, selector: ({ skillId }) => skillId },
)
const ring = fc.record(
  {
    relaxAfterMs: fc.constant(0),
    alternatives: fc.array(needs, { minLength: 1, maxLength: 2 }),
    advanceMs: fc.constantFrom(5_000, 40_000, 400_000),
  },
  { requiredKeys: ['relaxAfterMs', 'alternatives'] },
)
const rings = fc
  .array(fc.tuple(ring, fc.integer({ min: 1, max: 40_000 })), { minLength: 1, maxLength: 4 })
  .map((steps) => {
    let relaxAfterMs = 0
    return steps.map(([step, afterMs], index): Ring => {
      if (index > 0) relaxAfterMs += afterMs
      return { ...step, relaxAfterMs }
    })
  })
const capacity = fc.constantFrom(
  { total: 60, voice: 60, chat: 20, social: 12, email: 12 },
  { total: 40, voice: 40, chat: 20, social: 10, email: 5 },
  { total: 30, voice: 60, chat: 30, social: 10, email: 10 },
)
const skills = fc.uniqueArray(
  fc.record(
    {
      skillId: fc.constantFrom(...world.skills),
      proficiency: fc.integer({ min: 1, max: 5 }),
      expiresInMs: fc.integer({ min: -5_000, max: 60_000 }),
    },
    { requiredKeys: ['skillId', 'proficiency'] },
  ),
  { selector: ({ skillId }) => skillId },
)

/**
 * Something that happens. Which item, agent or reservation it happens to is a number that is resolved against what is
 * there when it happens, so that a stream stays meaningful while it shrinks.
 */
export const move = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('ARRIVE' as const),
      queue: number,
      mediaType: fc.constantFrom(...mediaType.options),
      waitedMs: fc.constantFrom(0, 0, 1_000, 50_000),
      orderInMs: fc.integer({ min: -60_000, max: 60_000 }),
      language: fc.constantFrom(undefined, 'zh'),
      requires: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: needs }),
      lastAgent: fc.option(number, { freq: 3 }),
      onlyAgent: fc.option(number, { freq: 6 }),
      sleepsMs: fc.constantFrom(0, 0, 0, 0, 15_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('LEAVE' as const), item: number }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('CHANGE' as const),
      item: number,
      queue: fc.option(number),
      byMs: fc.integer({ min: -100_000, max: 100_000 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('REJECT' as const, 'TIME_OUT' as const, 'REFUSE' as const),
      reservation: number,
      waitsFirst: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('CLOSE' as const),
      reservation: number,
      /** As many are closed together, as a leader hears of them in one group. */
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('ASSIGN' as const), item: number, agent: number }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('AGENT' as const),
      agent: number,
      presence: fc.oneof(fc.constant('AVAILABLE' as const), fc.constantFrom(...presenceStatus.options)),
      anew: fc.boolean(),
      skills: fc.option(skills),
      capacity: fc.option(capacity, { freq: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('QUEUE' as const), queue: number, rings }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('QUEUE_OFF' as const), queue: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('REPEAT' as const), command: number }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('WAIT' as const),
      ms: fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 60_000 })),
      /** The driver wakes only at the end, though something was due earlier. */
      late: fc.boolean(),
    }),
  },
)

export type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

/** How things are at first: queues as they are set up, and agents who are available. */
export const start = fc.record({
  rings: fc.array(rings, { minLength: world.queues.length, maxLength: world.queues.length }),
  skills: fc.array(skills, { minLength: world.agents.length, maxLength: world.agents.length }),
  capacity: fc.array(capacity, { minLength: world.agents.length, maxLength: world.agents.length }),
})

export type Start = typeof start extends fc.Arbitrary<infer S> ? S : never
