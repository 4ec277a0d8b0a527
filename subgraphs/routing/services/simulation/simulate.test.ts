import { expect, test } from 'vitest'
import { defaultCapacity } from '../core/capacity.ts'
import { createRoutingCore } from '../core/create-routing-core.ts'
import type { SimulatedAgent, SimulatedCentre } from './centre.ts'
import type { ContactOutcome } from './contact-outcome.ts'
import type { SimulatedContact } from './demand.ts'
import { simulate } from './simulate.ts'

const minuteMs = 60_000

function agent(id: string, duty: SimulatedAgent['duty'], proficiency = 3): SimulatedAgent {
  return { id, skills: [{ skillId: 'help', proficiency }], capacity: { ...defaultCapacity }, duty }
}
const contact = (id: string, minute: number, more: Partial<SimulatedContact> = {}): SimulatedContact => ({
  id,
  queueId: 'q',
  mediaType: 'VOICE',
  arrivesAtMs: minute * minuteMs,
  targetMs: minuteMs,
  handleMs: 4 * minuteMs,
  wrapUpMs: minuteMs,
  patienceMs: Infinity,
  ...more,
})

function play(
  agents: SimulatedAgent[],
  contacts: SimulatedContact[],
  untilMinute: number,
  more: Partial<SimulatedCentre> = {},
) {
  const outcomes: ContactOutcome[] = []
  const needs = [{ skillId: 'help', minimumProficiency: 1 }]
  const loads = simulate(createRoutingCore(), {
    centre: {
      queues: [{ id: 'q', rings: [{ relaxAfterMs: 0, alternatives: [needs] }] }],
      agents,
      answerMs: { VOICE: 6_000, CHAT: 0, SOCIAL: 0, EMAIL: 0 },
      pace: [],
      ...more,
    },
    contacts,
    untilMs: untilMinute * minuteMs,
    seen: (outcome) => outcomes.push(outcome),
  })
  const told = outcomes.map(({ contact: { id }, kind, waitMs, agentId }) => [
    id,
    kind,
    waitMs / minuteMs,
    agentId,
  ])
  return { told, loads }
}
const allDay = [{ fromMs: 0, toMs: 600 * minuteMs }]

test('ringing, talk and after-contact work keep an agent from the next call, and count as their load', () => {
  const { told, loads } = play([agent('a', allDay)], [contact('1', 10), contact('2', 11)], 100)
  // Each takes 6 s of ringing and five minutes.
  expect(told).toEqual([
    ['1', 'ANSWERED', 0.1, 'a'],
    ['2', 'ANSWERED', 4.2, 'a'],
  ])
  expect(loads).toEqual([
    { agentId: 'a', onDutyMs: 100 * minuteMs, usedMs: 10.2 * minuteMs, busyMs: 10.2 * minuteMs },
  ])
})

test('who waits too long gives up, also while it rings, and whoever still waits at the end is unserved', () => {
  const { told, loads } = play(
    [agent('a', allDay)],
    [
      contact('rings', 1, { patienceMs: 3_000 }),
      contact('served', 2),
      contact('waits', 3, { patienceMs: minuteMs }),
      contact('stays', 6),
    ],
    7,
  )
  expect(told).toEqual([
    ['rings', 'ABANDONED', 0.05, undefined],
    ['served', 'ANSWERED', 0.1, 'a'],
    ['waits', 'ABANDONED', 1, undefined],
    ['stays', 'UNSERVED', 1, undefined],
  ])
  expect(loads[0]?.busyMs).toBeCloseTo(5.05 * minuteMs, 6)
})

test('in a break nothing is offered, what is in hand is finished, and neither counts as duty', () => {
  const duty = [
    { fromMs: 0, toMs: 3 * minuteMs },
    { fromMs: 20 * minuteMs, toMs: 30 * minuteMs },
  ]
  const { told, loads } = play([agent('a', duty)], [contact('1', 1), contact('2', 10)], 60)
  expect(told).toEqual([
    ['1', 'ANSWERED', 0.1, 'a'],
    ['2', 'ANSWERED', 10.1, 'a'],
  ])
  expect(loads[0]).toMatchObject({ onDutyMs: 13 * minuteMs, busyMs: 7.1 * minuteMs })
})

test('three chats at once, a fourth waits; a third of the capacity each', () => {
  const chats = ['1', '2', '3', '4'].map((id) => contact(id, 0, { mediaType: 'CHAT', wrapUpMs: 0 }))
  const { told, loads } = play([agent('a', allDay)], chats, 100)
  expect(told.map(([id, , waited]) => [id, waited])).toEqual([
    ['1', 0],
    ['2', 0],
    ['3', 0],
    ['4', 4],
  ])
  expect(loads[0]?.usedMs).toBeCloseTo((16 / 3) * minuteMs, 6)
  expect(loads[0]?.busyMs).toBe(8 * minuteMs)
})

test('proficiency shortens the talk by the pace, between whole levels by proportion', () => {
  const pace = [1.2, 1.1, 1, 0.9, 0.8]
  const { loads } = play([agent('a', allDay, 5)], [contact('1', 0)], 100, { pace })
  expect(loads[0]?.busyMs).toBeCloseTo((0.1 + 4 * 0.8 + 1) * minuteMs, 6)
  const between = play([agent('a', allDay, 2.5)], [contact('1', 0)], 100, { pace })
  expect(between.loads[0]?.busyMs).toBeCloseTo((0.1 + 4 * 1.05 + 1) * minuteMs, 6)
})
