import { until } from '#platform/testkit/until.ts'
import type { Organisation } from '../../scenarios/organisation.ts'
import { requestContacts } from './request-contacts.ts'

/** How many clocks, over how long their instants spread, and how long they take to be made before the first of them. */
export interface ClockLoad {
  clocks: number
  spreadMs: number
  setupMs: number
}

/** An SLA event as a subscribed client sees it. */
interface SeenEvent {
  sequence: number
  status: 'WARNED' | 'MISSED'
  /** The exact instant. */
  occurredAt: string
  noticedAt: string
  appliedSla: { id: string }
}

/** What came of it. Lateness is from the exact instant to the client, in milliseconds, ascending. */
export interface ClockFigures {
  events: number
  /** Warnings and breaches that never came. */
  lost: number
  /** Those that came again, or out of the topic's order. */
  repeated: number
  outOfOrder: number
  /** Those that were noticed, or came, before their instant. */
  early: number
  /** Of instants at which routing ran. */
  lateMs: number[]
  /** How late routing noticed those. */
  noticedLateMs: number[]
  /** Of instants at which it was dead, or younger than a second. */
  lateAfterRestartMs: number[]
  /** From the kill until routing was ready again. */
  outageMs: number
}

const targetMs = 6_000
const warnBeforeMs = 3_000

/**
 * Has clocks of seconds run out in a whole running system, with a client that follows them through the router, and kills
 * routing by SIGKILL when half of the instants have passed.
 */
export async function measureClocks(
  organisation: Organisation,
  { clocks, spreadMs, setupMs }: ClockLoad,
): Promise<ClockFigures> {
  const { admin, system } = organisation
  await organisation.openQueue('clocks', ['SOCIAL'], 'nobody-has-it')
  await admin.request(
    'mutation ($input: SaveSlaPolicyInput!) { saveSlaPolicy(input: $input) { userErrors { code message } } }',
    {
      input: {
        id: 'clocks',
        name: 'Clocks of seconds',
        mediaType: 'SOCIAL',
        queueId: 'clocks',
        metric: 'FIRST_RESPONSE',
        target: `PT${targetMs / 1_000}S`,
        warnBefore: `PT${warnBeforeMs / 1_000}S`,
      },
    },
  )
  const seen: Array<SeenEvent & { atMs: number }> = []
  const leave = admin.subscribe<{ slaEvents: SeenEvent }>(
    'subscription ($after: String) { slaEvents(after: $after) { sequence status occurredAt noticedAt appliedSla { id } } }',
    {},
    ({ slaEvents }) => seen.push({ ...slaEvents, atMs: Date.now() }),
    (error) => console.error('slaEvents', error),
  )
  try {
    const firstMs = Date.now() + setupMs
    const begins = Array.from(
      { length: clocks },
      (_, at) => new Date(Math.round(firstMs - targetMs + warnBeforeMs + (at * spreadMs) / clocks)),
    )
    await requestContacts(system.env, begins)
    await until('all clocks run', async () => (await waiting(organisation)) === clocks, setupMs)
    if (Date.now() > firstMs)
      throw new Error('the clocks were not made before the first of them: allow more time')
    const lastMs = firstMs + spreadMs + warnBeforeMs
    await pauseUntil((firstMs + lastMs) / 2)
    const killedMs = Date.now()
    await system.kill('routing', 'SIGKILL')
    await system.ready('routing')
    const readyMs = Date.now()
    await until('every warning and breach', () => seen.length >= 2 * clocks, lastMs - readyMs + 60_000)
    return figuresOf(seen, clocks, killedMs, readyMs)
  } finally {
    leave()
  }
}

async function waiting({ admin }: Organisation): Promise<number> {
  const { queue } = await admin.request<{ queue: { waitingCount: number } }>(
    '{ queue(id: "clocks") { waitingCount } }',
  )
  return queue.waitingCount
}

function pauseUntil(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms - Date.now())))
}

function figuresOf(
  seen: ReadonlyArray<SeenEvent & { atMs: number }>,
  clocks: number,
  killedMs: number,
  readyMs: number,
): ClockFigures {
  const keys = new Set(seen.map(({ appliedSla, status }) => `${appliedSla.id} ${status}`))
  const figures: ClockFigures = {
    events: seen.length,
    lost: 2 * clocks - keys.size,
    repeated: seen.length - keys.size,
    outOfOrder: seen.filter(({ sequence }, at) => at > 0 && sequence <= (seen[at - 1]?.sequence ?? 0)).length,
    early: 0,
    lateMs: [],
    noticedLateMs: [],
    lateAfterRestartMs: [],
    outageMs: readyMs - killedMs,
  }
  for (const { occurredAt, noticedAt, atMs } of seen) {
    const dueMs = Date.parse(occurredAt)
    const noticedLateMs = Date.parse(noticedAt) - dueMs
    if (noticedLateMs < 0 || atMs < dueMs) figures.early += 1
    // What came due just before the kill was on its way when routing died.
    if (dueMs >= killedMs - 1_000 && dueMs <= readyMs + 1_000) figures.lateAfterRestartMs.push(atMs - dueMs)
    else {
      figures.lateMs.push(atMs - dueMs)
      figures.noticedLateMs.push(noticedLateMs)
    }
  }
  for (const some of [figures.lateMs, figures.noticedLateMs, figures.lateAfterRestartMs]) {
    some.sort((a, b) => a - b)
  }
  return figures
}
