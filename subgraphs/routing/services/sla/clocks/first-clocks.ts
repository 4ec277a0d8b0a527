import type { AppliedSlaRecord } from '../../../models/applied-sla.ts'
import { defaultSlaPolicies } from '../default-sla-policies.ts'
import { policiesFor, type SlaContact } from '../policies-for.ts'
import type { SlaSettings } from '../settings/sla-settings.ts'
import { type ClockedItem, newClock } from './new-clock.ts'

/** What a contact begins with. */
export interface FirstClocks {
  clocks: AppliedSlaRecord[]
  /** The first warning and the first target among them; without a clock those of the defaults, for the line needs an order. */
  warnAt: Date
  dueAt: Date
}

/** The clocks that begin with a contact, all but that of the next response; `insertClocks` writes them. Pure, but for ids. */
export function firstClocks(
  settings: SlaSettings,
  item: ClockedItem & SlaContact,
  startedAt: Date,
): FirstClocks {
  const clocks = [...policiesFor(settings.policies, item).values()]
    .filter(({ metric }) => metric !== 'NEXT_RESPONSE')
    .map((policy) => newClock(settings, item, policy, startedAt))
  const timed =
    clocks.length > 0 ? clocks : [newClock(settings, item, defaultSlaPolicies[item.mediaType], startedAt)]
  return { clocks, ...firstOf(timed) }
}

/** The first warning and the first target of several clocks. */
export function firstOf(clocks: ReadonlyArray<Pick<AppliedSlaRecord, 'warnAt' | 'dueAt'>>) {
  return {
    warnAt: new Date(Math.min(...clocks.map(({ warnAt }) => warnAt.getTime()))),
    dueAt: new Date(Math.min(...clocks.map(({ dueAt }) => dueAt.getTime()))),
  }
}
