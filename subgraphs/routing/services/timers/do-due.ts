import type { ServiceContext } from '#platform/service/service-context.ts'
import { inHalves } from '#platform/waiting/in-halves.ts'
import { AppliedSlas } from '../../models/applied-sla.ts'
import { Reservations } from '../../models/reservation.ts'
import { WorkItems } from '../../models/work-item.ts'
import { advanceClocks } from '../sla/advance-clocks.ts'
import { endDirect } from '../work/end-direct.ts'
import { endWrapUp } from '../work/end-wrap-up.ts'
import { expireReservation } from '../work/expire-reservation.ts'
import { inTurn } from './in-turn.ts'

/** Instants that a kind of thing comes due at. */
interface Range {
  $gte: Date
  $lt: Date
}

/** One kind of thing that comes due. */
interface DueKind {
  /** Kinds of one turn are done one after another in a process. */
  turn: 'clocks' | 'offers' | 'wrap-ups' | 'directs'
  complaint: string
  limit: number
  find(ctx: ServiceContext, due: Range, limit: number): Promise<Array<{ _id: string }>>
  /** Does it for some of them; the store's clock decides for each. */
  run(ctx: ServiceContext, ids: readonly string[]): Promise<unknown>
}

const first = { _id: 1 } as const

/** All but clocks are done one by one: each changes its agent, its item and perhaps a presence. */
const dueKinds: readonly DueKind[] = [
  {
    turn: 'clocks',
    complaint: 'a clock could not be advanced',
    limit: 300,
    find: (ctx, wakeAt, limit) =>
      AppliedSlas(ctx.db).find({ wakeAt }, first).sort({ wakeAt: 1 }).limit(limit).lean(),
    run: advanceClocks,
  },
  {
    turn: 'offers',
    complaint: 'an offer could not be taken back',
    limit: 50,
    find: (ctx, expiresAt, limit) =>
      Reservations(ctx.db)
        .find({ status: 'PENDING', expiresAt }, first)
        .sort({ expiresAt: 1 })
        .limit(limit)
        .lean(),
    run: oneByOne(expireReservation),
  },
  {
    turn: 'wrap-ups',
    complaint: 'after-contact work could not be ended',
    limit: 50,
    find: (ctx, wrapUpEndsAt, limit) =>
      WorkItems(ctx.db)
        .find({ status: 'WRAPPING', wrapUpEndsAt }, first)
        .sort({ wrapUpEndsAt: 1 })
        .limit(limit)
        .lean(),
    run: oneByOne(endWrapUp),
  },
  {
    turn: 'directs',
    complaint: 'a contact could not be opened to its whole queue',
    limit: 50,
    find: (ctx, onlyAgentUntil, limit) =>
      WorkItems(ctx.db)
        .find({ status: 'QUEUED', onlyAgentUntil }, first)
        .sort({ onlyAgentUntil: 1 })
        .limit(limit)
        .lean(),
    run: oneByOne(endDirect),
  },
]

function oneByOne(run: (ctx: ServiceContext, id: string) => Promise<unknown>): DueKind['run'] {
  return async (ctx, ids) => {
    for (const id of ids) await run(ctx, id)
  }
}

/**
 * Does what is due between two instants: warns, breaches, takes back offers that ran out, ends after-contact work and
 * waiting for one person alone. Whoever calls it does not decide: each step looks at the store's clock again.
 */
export async function doDue(ctx: ServiceContext, from: Date, before: Date): Promise<void> {
  const due = { $gte: from, $lt: before }
  await Promise.all(
    dueKinds.map((kind) =>
      inTurn(ctx, kind.turn, async () => {
        while (await doSome(ctx, kind, due));
      }),
    ),
  )
}

/** @returns whether there may be more; never when nothing could be done, for what fails stays at the head */
async function doSome(
  ctx: ServiceContext,
  { complaint, limit, find, run }: DueKind,
  due: Range,
): Promise<boolean> {
  const ids = (await find(ctx, due, limit)).map(({ _id }) => _id)
  const done = await inHalves(
    ids,
    (some) => run(ctx, some),
    (id, err) => ctx.log.error({ err, id }, complaint),
  )
  return ids.length === limit && done > 0
}
