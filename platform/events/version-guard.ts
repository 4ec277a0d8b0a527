import { type ClientSession, Schema } from 'mongoose'
import type { ServiceContext } from '../service/service-context.ts'
import { defineModel } from '../store/define-model.ts'
import type { Envelope } from './define-event.ts'

interface SeenVersion {
  _id: string
  version: number
}

const SeenVersions = defineModel<SeenVersion>(
  'SeenVersion',
  new Schema<SeenVersion>({ _id: String, version: Number }, { versionKey: false }),
  'seenVersions',
)

/**
 * Whether an event is newer than all that this projection has seen of its aggregate; older news that arrive late
 * (after a retry, from another process) give false and are to be left out. Counts it as seen, in the session.
 * @param projection what is being kept up to date: `queue-names`
 */
export async function isNewest(
  ctx: ServiceContext,
  projection: string,
  envelope: Envelope<unknown>,
  session: ClientSession,
): Promise<boolean> {
  const { aggregateId, aggregateVersion } = envelope
  // The pipeline takes the greater one in the same statement that reads the one before.
  const before = await SeenVersions(ctx.db).findOneAndUpdate(
    { _id: `${projection}/${aggregateId}` },
    [{ $set: { version: { $max: ['$version', aggregateVersion] } } }],
    { upsert: true, returnDocument: 'before', session, updatePipeline: true },
  )
  return before === null || before.version < aggregateVersion
}
