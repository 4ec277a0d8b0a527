import { hasCode } from '#platform/errors/has-code.ts'
import type { Migration } from '#platform/store/migrations.ts'
import { WorkItems } from '../models/work-item.ts'

const indexNotFound = 27

/**
 * The heads of the lines are found in the core's memory, and no longer by an index that held every contact there ever
 * was. Rows of before keep their `line`, which nothing reads.
 */
export const linesInMemory: Migration = {
  number: 8,
  name: 'lines are in the core',
  async up({ db }) {
    await WorkItems(db)
      .collection.dropIndex('status_1_line_1_orderAt_1__id_1')
      .catch((error: unknown) => {
        if (!hasCode(error, indexNotFound)) throw error
      })
  },
}
