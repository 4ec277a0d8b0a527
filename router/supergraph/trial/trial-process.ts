/** Tries supergraphs for its parent, one after the other; ends with the parent. */
import type { TrialOrder } from './trial-report.ts'
import { trySupergraph } from './try-supergraph.ts'

process.on('message', (order) => {
  process.send?.(trySupergraph(order as TrialOrder))
})
process.once('disconnect', () => process.exit(0))
