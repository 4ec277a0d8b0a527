import type { Demand, SimulatedContact } from './demand.ts'
import { type Distribution, drawMs } from './distribution.ts'
import { createEventQueue } from './event-queue.ts'
import { createRandom, type Random } from './random.ts'

const hourMs = 3_600_000

/**
 * Draws the contacts of a time span in the order of their arrival, one after another (a run of millions is never held
 * in memory). Arrivals are a Poisson process with the demand's rate of the hour. Each demand has streams of its own:
 * changing one of them leaves the contacts of the others as they were.
 */
export function* drawContacts(
  demands: readonly Demand[],
  untilMs: number,
  seed: number,
): Generator<SimulatedContact> {
  const next = createEventQueue<{ contact: SimulatedContact; of: Generator<SimulatedContact> }>()
  const draw = (of: Generator<SimulatedContact>) => {
    const { value, done } = of.next()
    if (!done) next.add(value.arrivesAtMs, { contact: value, of })
  }
  for (const demand of demands) draw(contactsOf(demand, untilMs, seed))
  for (let first = next.take(); first; first = next.take()) {
    yield first.event.contact
    draw(first.event.of)
  }
}

function* contactsOf(demand: Demand, untilMs: number, seed: number): Generator<SimulatedContact> {
  const { queueId, mediaType, language, targetMs } = demand
  const name = `${queueId}/${mediaType}/${language ?? ''}`
  const stream = (what: string) => createRandom(seed, `${name}/${what}`)
  const [arrivals, handles, wrapUps, patience] = [
    stream('arrivals'),
    stream('handle'),
    stream('wrap-up'),
    stream('patience'),
  ]
  let count = 0
  for (const atMs of arrivalInstants(demand.arrivalsPerHour, untilMs, arrivals)) {
    count += 1
    yield {
      id: `${name}/${String(count).padStart(8, '0')}`,
      queueId,
      mediaType,
      language,
      arrivesAtMs: Math.round(atMs),
      targetMs,
      handleMs: wholeMs(demand.handle, handles),
      wrapUpMs: wholeMs(demand.wrapUp, wrapUps),
      patienceMs: demand.patience ? wholeMs(demand.patience, patience) : Infinity,
    }
  }
}

/** Exact for a rate that changes by the hour: what is left of a unit-mean gap is spent at the rate of the next hour. */
function* arrivalInstants(rates: readonly number[], untilMs: number, random: Random): Generator<number> {
  let atMs = 0
  for (;;) {
    let gap = -Math.log(1 - random.next())
    for (;;) {
      const hour = Math.floor(atMs / hourMs)
      const perMs = (rates[Math.min(hour, rates.length - 1)] ?? 0) / hourMs
      const left = hour < rates.length - 1 ? (hour + 1) * hourMs - atMs : untilMs - atMs
      if (gap <= perMs * left) {
        atMs += gap / perMs
        break
      }
      gap -= perMs * left
      atMs += left
      if (atMs >= untilMs) return
    }
    if (atMs >= untilMs) return
    yield atMs
  }
}

function wholeMs(distribution: Distribution | undefined, random: Random): number {
  return distribution ? Math.round(drawMs(distribution, random)) : 0
}
