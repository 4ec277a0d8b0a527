import type { ClientSession } from 'mongoose'
import type { ServiceContext } from '#platform/service/service-context.ts'
import { SlaSettingsRows } from '../../../models/sla-settings.ts'

/** Wakes whoever has running clocks follow the settings. Internal: no subscription carries it. */
export const slaSettingsTopic = 'sla-settings'

/** Counts a change of policies or calendars, in its transaction; two changes at once conflict, and one is tried again. */
export async function settingsChanged(ctx: ServiceContext, session: ClientSession): Promise<void> {
  await SlaSettingsRows(ctx.db).updateOne({ _id: 'settings' }, { $inc: { version: 1 } }, { session })
  ctx.live.changed(slaSettingsTopic, session)
}
