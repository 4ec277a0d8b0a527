import type { ClientSession, Connection } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { type BusinessCalendarRecord, BusinessCalendars } from '../../../models/business-calendar.ts'
import { SlaPolicies, type SlaPolicyRecord } from '../../../models/sla-policy.ts'
import { SlaSettingsRows } from '../../../models/sla-settings.ts'

/** The policies and calendars of one moment. */
export interface SlaSettings {
  version: number
  policies: readonly SlaPolicyRecord[]
  calendars: ReadonlyMap<string, BusinessCalendarRecord>
}

const known = new WeakMap<Connection, SlaSettings>()

/**
 * The policies and calendars as the session's snapshot shows them. They change rarely, so only their version is read,
 * and they themselves once for each version.
 */
export async function slaSettings(ctx: ServiceContext, session: ClientSession): Promise<SlaSettings> {
  const row = await SlaSettingsRows(ctx.db).findById('settings').session(session).lean()
  if (!row) throw new Error('the SLA settings have no row: a migration makes it')
  const cached = known.get(ctx.db)
  if (cached?.version === row.version) return cached
  const policies = await SlaPolicies(ctx.db).find({ removedAt: null }).session(session).lean()
  const calendars = await BusinessCalendars(ctx.db).find().session(session).lean()
  const settings: SlaSettings = {
    version: row.version,
    policies,
    calendars: new Map(calendars.map((calendar) => [calendar._id, calendar])),
  }
  known.set(ctx.db, settings)
  return settings
}
