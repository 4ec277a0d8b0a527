import { Engine } from '../../engine/engine.ts'
import { engineCodes } from '../../engine/errors.ts'
import type { Transport } from '../../engine/transport.ts'
import { contracts } from '../../identity/field-access.ts'
import { checkSupergraph } from '../checks/check-supergraph.ts'
import { plannerRefused, problemCodes, type SupergraphProblem } from '../problem.ts'
import { unlimited } from '../warm-up.ts'
import { trialOperations } from './trial-operations.ts'
import type { LostOperation, TrialOrder, TrialReport } from './trial-report.ts'

const shownProblems = 20

/** A trial prepares operations and sends none. */
const noTransport: Transport = {
  fetch: () => Promise.reject(new Error('A trial asks no subgraph')),
  subscribe: () => {
    throw new Error('A trial asks no subgraph')
  },
}

/**
 * Checks a supergraph, builds an engine of it, plans a way to every field, and prepares the operations that clients
 * use. Belongs into a process of its own: some mistakes make the planner end its process.
 */
export function trySupergraph({ id, sdl, urls, operations }: TrialOrder): TrialReport {
  const problems = checkSupergraph(sdl, urls)
  if (problems.length) return { id, problems, lost: [] }
  let engine: Engine
  try {
    engine = new Engine({ supergraph: sdl, transport: noTransport, contracts })
  } catch (error) {
    return { id, problems: [plannerRefused(error)], lost: [] }
  }
  const unplannable = unplannableIn(engine)
  if (unplannable.length) return { id, problems: unplannable, lost: [] }
  return { id, problems: [], lost: lostIn(engine, operations) }
}

function unplannableIn(engine: Engine): SupergraphProblem[] {
  const problems: SupergraphProblem[] = []
  for (const { subject, query } of trialOperations(engine.schema)) {
    if (problems.length === shownProblems) break
    const prepared = engine.prepare(query, undefined, unlimited)
    const error = 'errors' in prepared ? prepared.errors[0] : undefined
    // what is only too much at once says nothing about the supergraph
    if (error?.extensions?.code !== engineCodes.planFailed) continue
    problems.push({ code: problemCodes.notPlannable, message: `No way to ${subject}: ${error.message}` })
  }
  return problems
}

function lostIn(engine: Engine, operations: TrialOrder['operations']): LostOperation[] {
  return operations.flatMap(({ query, operationName, contract }) => {
    const prepared = engine.prepare(query, operationName, unlimited, contract)
    if (!('errors' in prepared)) return []
    return [
      {
        operation: operationName || query.trim().replaceAll(/\s+/g, ' ').slice(0, 100),
        reason: prepared.errors[0]?.message ?? '',
      },
    ]
  })
}
