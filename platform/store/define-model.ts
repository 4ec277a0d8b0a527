import type { Connection, Model, Schema } from 'mongoose'

/** Gives a model on one service's database: `Sessions(ctx.db).findOne(…)`. */
export type ModelOn<T> = (db: Connection) => Model<T>

const known = new Set<(db: Connection) => Model<unknown>>()

/**
 * Declares a collection: one file, one model. All models that are known when a service opens get their collection
 * and their indexes before any traffic.
 * @param collection its name in the database; mongoose's plural of the model's name when left out
 */
export function defineModel<T>(name: string, schema: Schema<T>, collection?: string): ModelOn<T> {
  const on: ModelOn<T> = (db) =>
    (db.models[name] as Model<T> | undefined) ?? db.model<T>(name, schema, collection)
  known.add(on as unknown as (db: Connection) => Model<unknown>)
  return on
}

/** Every model that a file of this process has declared, on the given database. */
export function modelsOn(db: Connection): Array<Model<unknown>> {
  return [...known].map((on) => on(db))
}
