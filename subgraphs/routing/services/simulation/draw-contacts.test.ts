import { expect, test } from 'vitest'
import type { Demand } from './demand.ts'
import { drawContacts } from './draw-contacts.ts'

const hourMs = 3_600_000
const calls: Demand = {
  queueId: 'calls',
  mediaType: 'VOICE',
  language: 'zh',
  arrivalsPerHour: [600, 0, 1_800],
  handle: { kind: 'EXPONENTIAL', meanMs: 180_000 },
  wrapUp: { kind: 'CONSTANT', meanMs: 30_000 },
  patience: { kind: 'EXPONENTIAL', meanMs: 60_000 },
  targetMs: 20_000,
}
const mails: Demand = {
  queueId: 'mails',
  mediaType: 'EMAIL',
  arrivalsPerHour: [100],
  handle: { kind: 'CONSTANT', meanMs: 600_000 },
  targetMs: 4 * hourMs,
}

test('contacts come in order, at the rate of each hour, with all that chance decides of them', () => {
  const untilMs = 5 * hourMs
  const contacts = [...drawContacts([calls, mails], untilMs, 1)]
  expect(contacts.map(({ arrivesAtMs }) => arrivesAtMs)).toEqual(
    contacts.map(({ arrivesAtMs }) => arrivesAtMs).toSorted((a, b) => a - b),
  )
  const inHour = (queueId: string, hour: number) =>
    contacts.filter((one) => one.queueId === queueId && Math.floor(one.arrivesAtMs / hourMs) === hour).length
  // Four standard deviations of a Poisson count are 4·√mean. The last rate goes on.
  for (const [queueId, hour, mean] of [
    ['calls', 0, 600],
    ['calls', 1, 0],
    ['calls', 2, 1_800],
    ['calls', 4, 1_800],
    ['mails', 0, 100],
    ['mails', 4, 100],
  ] as const) {
    expect(Math.abs(inHour(queueId, hour) - mean), `${queueId} in hour ${hour}`).toBeLessThanOrEqual(
      4 * Math.sqrt(mean),
    )
  }
  const [mail] = contacts.filter(({ queueId }) => queueId === 'mails')
  expect(mail).toMatchObject({ handleMs: 600_000, wrapUpMs: 0, patienceMs: Infinity, mediaType: 'EMAIL' })
  expect(contacts.at(-1)?.arrivesAtMs).toBeLessThan(untilMs)
  expect(new Set(contacts.map(({ id }) => id)).size).toBe(contacts.length)
})

test('a seed decides them, and one demand’s change leaves the others’ contacts as they were', () => {
  const drawn = (demands: Demand[], seed: number) => [...drawContacts(demands, 2 * hourMs, seed)]
  const before = drawn([calls, mails], 5)
  expect(drawn([calls, mails], 5)).toEqual(before)
  expect(drawn([calls, mails], 6)).not.toEqual(before)
  const after = drawn([{ ...calls, arrivalsPerHour: [900] }, mails], 5)
  const mailsOf = (contacts: typeof before) => contacts.filter(({ queueId }) => queueId === 'mails')
  expect(mailsOf(after)).toEqual(mailsOf(before))
})
