import type { Connection } from 'mongoose'
import { modelsOn } from './define-model.ts'

/**
 * Makes every known model's collection and indexes and waits for them: a transaction must not be the first to write
 * to a collection, and a unique index that comes after the first duplicate never comes.
 */
export async function prepareCollections(db: Connection): Promise<void> {
  await Promise.all(
    modelsOn(db).map(async (model) => {
      await model.createCollection()
      await model.createIndexes()
    }),
  )
}
