import type { PlanNode } from '@graphql-hive/router-query-planner'
import type { Step } from '../execution.ts'
import { compileBatchFetch } from './batch-fetch.ts'
import { compileEntityFetch } from './entity-fetch.ts'
import type { PlanScope } from './plan-scope.ts'
import { compileRootFetch } from './root-fetch.ts'

/** Compiles a node of a plan, and all below it, into one step. */
export function compilePlan(node: PlanNode, scope: PlanScope): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileRootFetch(node, scope)
    case 'BatchFetch':
      return compileBatchFetch(node, scope)
    case 'Flatten':
      if (node.node.kind !== 'Fetch') throw new Error(`A plan flattens a ${node.node.kind}`)
      return compileEntityFetch(node.node, node.path, scope)
    case 'Sequence':
      return inSequence(node.nodes.map((part) => compilePlan(part, scope)))
    case 'Parallel':
      return inParallel(node.nodes.map((part) => compilePlan(part, scope)))
    case 'Condition': {
      const { condition, ifClause, elseClause } = node
      const met = ifClause ? compilePlan(ifClause, scope) : undefined
      const unmet = elseClause ? compilePlan(elseClause, scope) : undefined
      return (execution) => (execution.variables[condition] === true ? met : unmet)?.(execution)
    }
    default:
      throw new Error(`A plan holds a ${node.kind}, which the engine does not know`)
  }
}

function inSequence(steps: readonly Step[]): Step {
  const [only, second] = steps
  if (only && !second) return only
  return async (execution) => {
    for (const step of steps) await step(execution)
  }
}

function inParallel(steps: readonly Step[]): Step {
  const [only, second] = steps
  if (only && !second) return only
  return (execution) => {
    const running: Promise<void>[] = []
    for (const step of steps) {
      const done = step(execution)
      if (done) running.push(done)
    }
    return running.length ? Promise.all(running).then(noResult) : undefined
  }
}

function noResult(): void {}
