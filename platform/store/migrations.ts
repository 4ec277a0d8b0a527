import { type Connection, Schema } from 'mongoose'
import { hasCode } from '../errors/has-code.ts'
import { newId } from '../ids/new-id.ts'
import type { ServiceContext } from '../service/service-context.ts'
import { Wake } from '../waiting/wake.ts'
import { defineModel } from './define-model.ts'

/** One step of a database's history. `up` has to bear being run again after a crash in its middle. */
export interface Migration {
  /** From 1, without gaps or repetitions. */
  readonly number: number
  readonly name: string
  up(ctx: ServiceContext): Promise<void>
}

interface MigrationRow {
  _id: number
  name: string
  doneAt: Date
}

interface LockRow {
  _id: string
  holder: string
  until: Date
}

const Migrations = defineModel<MigrationRow>(
  'Migration',
  new Schema<MigrationRow>({ _id: Number, name: String, doneAt: Date }, { versionKey: false }),
  'migrations',
)

const Locks = defineModel<LockRow>(
  'Lock',
  new Schema<LockRow>({ _id: String, holder: String, until: Date }, { versionKey: false }),
  'locks',
)

const lockMs = 30_000
const maxWaitMs = 10 * 60_000

/**
 * Runs the migrations that this database has not seen, in order, under a lock that one process holds; the others wait
 * for it, ten minutes at most.
 */
export async function migrate(ctx: ServiceContext, migrations: readonly Migration[]): Promise<void> {
  const ordered = [...migrations].sort((a, b) => a.number - b.number)
  ordered.forEach((migration, at) => {
    if (migration.number !== at + 1) throw new Error(`migration ${migration.name} has to be number ${at + 1}`)
  })
  if (ordered.length === 0 || (await Migrations(ctx.db).countDocuments()) >= ordered.length) return

  const holder = newId()
  await takeLock(ctx.db, holder)
  const renewal = setInterval(() => {
    renewLock(ctx.db, holder).catch((err: unknown) =>
      ctx.log.error({ err }, 'the lock of the migrations was not renewed'),
    )
  }, lockMs / 3)
  try {
    for (const migration of ordered) {
      if (await Migrations(ctx.db).exists({ _id: migration.number })) continue
      ctx.log.info({ migration: migration.number, title: migration.name }, 'migrating')
      await migration.up(ctx)
      await Migrations(ctx.db).create({ _id: migration.number, name: migration.name, doneAt: new Date() })
    }
  } finally {
    clearInterval(renewal)
    await Locks(ctx.db).deleteOne({ _id: 'migrations', holder })
  }
}

async function takeLock(db: Connection, holder: string): Promise<void> {
  const giveUpAt = Date.now() + maxWaitMs
  const pause = new Wake()
  while (Date.now() < giveUpAt) {
    const until = new Date(Date.now() + lockMs)
    try {
      await Locks(db).updateOne(
        { _id: 'migrations', until: { $lt: new Date() } },
        { $set: { holder, until } },
        { upsert: true },
      )
      return
    } catch (error) {
      // The upsert meets the row of a living holder.
      if (!hasCode(error, 11_000)) throw error
      await pause.wait(250)
    }
  }
  throw new Error('the lock of the migrations was not to be had within ten minutes')
}

async function renewLock(db: Connection, holder: string): Promise<void> {
  await Locks(db).updateOne({ _id: 'migrations', holder }, { $set: { until: new Date(Date.now() + lockMs) } })
}
