import { type Connection, Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import type { RefusedSupergraph } from '../reloads.ts'

/** What a router says of itself, again and again while it runs. */
export interface RouterStatusRow {
  /** The router's own id, new at each start. */
  _id: string
  host: string
  pid: number
  startedAt: Date
  /** What it serves, and since when. */
  version: string
  sha256: string
  since: Date
  /** The newest version that it could not take, while it serves an older one. */
  refused?: RefusedSupergraph | null
  /** How often it says so. */
  everyMs: number
  /** By the store's clock. */
  lastSeen: Date
}

const forgottenAfterSec = 3_600

const schema = new Schema<RouterStatusRow>(
  {
    _id: { type: String, required: true },
    host: { type: String, required: true },
    pid: { type: Number, required: true },
    startedAt: { type: Date, required: true },
    version: { type: String, required: true },
    sha256: { type: String, required: true },
    since: { type: Date, required: true },
    refused: Schema.Types.Mixed,
    everyMs: { type: Number, required: true },
    lastSeen: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ lastSeen: 1 }, { expireAfterSeconds: forgottenAfterSec })

export const RouterStatuses = defineModel<RouterStatusRow>('RouterStatus', schema, 'routerStatuses')

/** Says how a router is. */
export async function reportStatus(
  db: Connection,
  { _id, ...status }: Omit<RouterStatusRow, 'lastSeen'>,
): Promise<void> {
  await RouterStatuses(db).updateOne(
    { _id },
    { $set: status, $currentDate: { lastSeen: true } },
    { upsert: true },
  )
}

/** Takes a router out that ends in good order. */
export async function forgetStatus(db: Connection, id: string): Promise<void> {
  await RouterStatuses(db).deleteOne({ _id: id })
}

/** A router that has said nothing for so many of its intervals, and a while more, is taken for gone. */
const missedReports = 3
const graceMs = 5_000

/** The routers that were seen within the last hour, with whether they still run. */
export async function routerStatuses(db: Connection): Promise<Array<RouterStatusRow & { runs: boolean }>> {
  return RouterStatuses(db)
    .aggregate<RouterStatusRow & { runs: boolean }>([
      {
        $addFields: {
          runs: {
            $lt: [
              { $subtract: ['$$NOW', '$lastSeen'] },
              { $add: [{ $multiply: ['$everyMs', missedReports] }, graceMs] },
            ],
          },
        },
      },
      { $sort: { startedAt: 1 } },
    ])
    .exec()
}
