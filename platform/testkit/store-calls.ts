import mongoose from 'mongoose'

/** One call of the store: `customers.find`. */
export type StoreCall = `${string}.${string}`

/** The relay looks into its collection beside every work. */
const background = new Set(['outbox'])

/**
 * The calls of MongoDB that a piece of work makes, in order, as this process's mongoose saw them; a test that batches
 * are batches compares them for one and for many rows. Not for work beside other work of the same process.
 */
export async function storeCallsOf(work: () => Promise<unknown>): Promise<StoreCall[]> {
  const calls: StoreCall[] = []
  mongoose.set('debug', (collection: string, method: string) => {
    if (!background.has(collection)) calls.push(`${collection}.${method}`)
  })
  try {
    await work()
  } finally {
    mongoose.set('debug', false)
  }
  return calls
}
