import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '#platform/testkit/deliver.ts'
import { createTestService, type TestService } from '#platform/testkit/test-service.ts'
import { type JourneyEvent, journey } from '../arbitraries/journey.ts'
import { metricsSubgraph } from '../definition.ts'
import { type ContactRecord, Contacts } from '../models/contact.ts'
import { addTallies } from './add-tallies.ts'
import { applyChange } from './apply-change.ts'
import { changeOf } from './change-of.ts'
import type { ContactChange } from './contact-change.ts'
import { figuresOf } from './contact-figures.ts'
import { figuresByQueue } from './figures-by.ts'
import { tallyContacts } from './tally-contacts.ts'
import { tallyOf } from './tally-of.ts'

const { consumers = [] } = metricsSubgraph
const day = { from: new Date(Date.UTC(2026, 10, 23)), to: new Date(Date.UTC(2026, 10, 24)) }
let service: TestService

beforeAll(async () => {
  service = await createTestService({ name: 'metrics', consumers, working: false })
})
afterAll(() => service.stop())

function change({ type, payload, event }: JourneyEvent): ContactChange {
  return (changeOf[type] as (payload: unknown) => ContactChange)(event.payload.parse(payload))
}

/** The contacts after the events; an event that comes again is left out, as the platform does by its id. */
function contactsAfter(events: readonly JourneyEvent[]): ContactRecord[] {
  const contacts = new Map<string, ContactRecord>()
  const done = new Set<string>()
  for (const event of events) {
    if (done.has(event.id)) continue
    done.add(event.id)
    const sessionId = String(event.payload['sessionId'])
    contacts.set(sessionId, applyChange(contacts.get(sessionId) ?? { _id: sessionId }, change(event)))
  }
  return [...contacts.values()].sort((one, other) => (one._id < other._id ? -1 : 1))
}

const someJourneys = fc.uniqueArray(journey, {
  minLength: 1,
  maxLength: 6,
  selector: (events) => String(events[0]?.payload['sessionId']),
})

/** The same events in another order, some of them again. */
const shuffled = someJourneys.chain((journeys) => {
  const events = journeys.flat()
  return fc
    .tuple(
      fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      fc.subarray(events),
    )
    .map(([once, again]) => ({ events, otherwise: [...once, ...again] }))
})

test('any order and repetition of the same events gives the same contacts and figures', () => {
  fc.assert(
    fc.property(shuffled, ({ events, otherwise }) => {
      const contacts = contactsAfter(events)
      expect(contactsAfter(otherwise)).toEqual(contacts)
      const sum = addTallies(contacts.map(tallyOf))
      expect(figuresOf(addTallies(contactsAfter(otherwise).map(tallyOf)))).toEqual(figuresOf(sum))
      expect(sum.answered + sum.abandoned + sum.waiting).toBeLessThanOrEqual(sum.offered)
      expect(sum.slaMet + sum.slaMissed).toBeLessThanOrEqual(sum.offered)
    }),
    { numRuns: 500 },
  )
})

test('all but the counts also bear a repetition under another id', () => {
  fc.assert(
    fc.property(shuffled, ({ events, otherwise }) => {
      const unlike = otherwise.map((event, index) =>
        event.type === 'message-recorded' ? event : { ...event, id: `${event.id}#${index}` },
      )
      expect(contactsAfter(unlike)).toEqual(contactsAfter(events))
    }),
    { numRuns: 200 },
  )
})

test('the store agrees with the arithmetic, event by event and in sum', async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async ({ events, otherwise }) => {
      await Contacts(service.ctx.db).deleteMany({})
      await service.ctx.db.collection('processedEvents').deleteMany({})
      for (const { id, event, payload } of otherwise)
        await deliver(service.ctx, consumers, event, payload, id)
      const expected = contactsAfter(events)
      expect(await Contacts(service.ctx.db).find().sort({ _id: 1 }).lean()).toEqual(expected)
      const rows = await tallyContacts(service.ctx, day)
      const inWindow = expected.filter(({ queued }) => queued)
      expect(figuresOf(addTallies(rows))).toEqual(figuresOf(addTallies(inWindow.map(tallyOf))))
      const byQueue = Map.groupBy(inWindow, ({ queued }) => queued?.queueId)
      for (const { queue, metrics } of figuresByQueue(rows)) {
        expect(metrics).toEqual(figuresOf(addTallies((byQueue.get(queue.id) ?? []).map(tallyOf))))
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('events of one contact that are consumed at the same time all count', async () => {
  const [events = []] = fc.sample(
    journey.filter((all) => all.length > 8),
    { numRuns: 1, seed: 7 },
  )
  await Contacts(service.ctx.db).deleteMany({})
  await service.ctx.db.collection('processedEvents').deleteMany({})
  const twice = [...events, ...events]
  await Promise.all(twice.map(({ id, event, payload }) => untilDelivered(id, event, payload)))
  expect(await Contacts(service.ctx.db).find().lean()).toEqual(contactsAfter(events))
})

/** Two first writes of a contact may collide; the queue delivers the loser again, and so does this. */
async function untilDelivered(
  id: string,
  event: JourneyEvent['event'],
  payload: JourneyEvent['payload'],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deliver(service.ctx, consumers, event, payload, id)
    } catch (error) {
      if (attempt === 20) throw error
    }
  }
}
