import { type Connection, Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'
import { saysNothing, type SupergraphProblem } from '../problem.ts'

/** PUBLISHED until a router has taken it (SERVED), or one has refused it and none has taken it (REFUSED). */
export const versionStates = ['PUBLISHED', 'SERVED', 'REFUSED'] as const

/** One version of the supergraph. Versions are only added; the newest one is the one to serve. */
export interface SupergraphVersionRow {
  /** From 1, without gaps. */
  _id: number
  sdl: string
  sha256: string
  /** Who published it. */
  author: string
  message: string
  createdAt: Date
  state: (typeof versionStates)[number]
  /** The older version whose supergraph this one brings back. */
  rolledBackTo?: number
}

const schema = new Schema<SupergraphVersionRow>(
  {
    _id: { type: Number, required: true },
    sdl: { type: String, required: true },
    sha256: { type: String, required: true },
    author: { type: String, required: true },
    message: { type: String, default: '' },
    createdAt: { type: Date, required: true },
    state: { type: String, enum: versionStates, required: true },
    rolledBackTo: Number,
  },
  { versionKey: false },
)
schema.index({ sha256: 1 })

export const SupergraphVersions = defineModel<SupergraphVersionRow>(
  'SupergraphVersion',
  schema,
  'supergraphVersions',
)

/** A version without its text, which is long. */
export type VersionHead = Omit<SupergraphVersionRow, 'sdl'>

/** The newest versions' heads, newest first. */
export function versionHeads(db: Connection, most: number): Promise<VersionHead[]> {
  return SupergraphVersions(db).find({}, { sdl: 0 }).sort({ _id: -1 }).limit(most).lean<VersionHead[]>()
}

/** A version with its text. */
export function versionOf(db: Connection, number: number): Promise<SupergraphVersionRow | null> {
  return SupergraphVersions(db).findById(number).lean<SupergraphVersionRow>()
}

/** Notes that a router serves a version. */
export async function markServed(db: Connection, number: number): Promise<void> {
  await SupergraphVersions(db).updateOne(
    { _id: number, state: { $ne: 'SERVED' } },
    { $set: { state: 'SERVED' } },
  )
}

/** Notes that a router has refused a version; what another one serves stays as it is. */
export async function markRefused(
  db: Connection,
  number: number,
  problems: readonly SupergraphProblem[],
): Promise<void> {
  if (saysNothing(problems)) return
  await SupergraphVersions(db).updateOne({ _id: number, state: 'PUBLISHED' }, { $set: { state: 'REFUSED' } })
}
