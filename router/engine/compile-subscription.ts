import type { FetchNode, PlanNode } from '@graphql-hive/router-query-planner'
import type { Step } from './execution.ts'
import { compilePlan } from './plan/compile-plan.ts'
import type { PlanScope } from './plan/plan-scope.ts'
import { compileReceive, type Receive } from './plan/root-fetch.ts'

/** A subscription's plan: what one subgraph is subscribed to, and what completes each of its events. */
export interface CompiledSubscription {
  service: string
  query: string
  /** The operation's variables that the subgraph is given. */
  variableUsages: readonly string[]
  receive: Receive
  /** Whether taking an event in changes its data, so that a shared one has to be copied before. */
  changesEvents: boolean
  /** The fetches for the fields of other subgraphs. */
  complete: Step | undefined
}

/** Compiles the plan of a subscription. */
export function compileSubscription(plan: PlanNode, scope: PlanScope): CompiledSubscription {
  const [first, ...rest] = plan.kind === 'Sequence' ? plan.nodes : [plan]
  const primary = primaryOf(first)
  const complete = rest.length ? compilePlan({ kind: 'Sequence', nodes: rest }, scope) : undefined
  return {
    service: primary.serviceName,
    query: primary.operation,
    variableUsages: primary.variableUsages ?? [],
    receive: compileReceive(primary, scope),
    changesEvents: complete !== undefined || Boolean(primary.outputRewrites?.length),
    complete,
  }
}

function primaryOf(node: PlanNode | undefined): FetchNode {
  if (node?.kind === 'Subscription') return node.primary
  if (node?.kind === 'Fetch') return node
  throw new Error(`The plan of a subscription begins with a ${node?.kind}`)
}
