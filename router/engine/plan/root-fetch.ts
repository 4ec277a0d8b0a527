import type { FetchNode } from '@graphql-hive/router-query-planner'
import { type Execution, type Step, send } from '../execution.ts'
import type { SubgraphResponse } from '../transport.ts'
import { rootKeysOfText } from './root-keys.ts'
import { merge } from './merge.ts'
import type { PlanScope } from './plan-scope.ts'
import { bodyHead, compileVariables } from './request-body.ts'
import { compileRewrites, renamedKeys } from './rewrite.ts'
import { failure, renamedPath, subgraphError } from './subgraph-errors.ts'

/** Takes a subgraph's answer to root fields into the execution. */
export type Receive = (execution: Execution, response: SubgraphResponse) => void

/** Compiles what is done with the answer to a fetch of root fields; also for the events of a subscription. */
export function compileReceive(node: FetchNode, scope: PlanScope): Receive {
  const service = node.serviceName
  const rewrites = compileRewrites(node.outputRewrites, scope.types)
  const renamed = renamedKeys(node.outputRewrites)
  return (execution, { data, errors }) => {
    if (errors?.length) {
      for (const error of errors) {
        execution.errors.push(subgraphError(error, service, renamedPath(error?.path, renamed)))
      }
    }
    if (!data) return
    for (const rewrite of rewrites) rewrite(data)
    if (execution.data) merge(execution.data, data)
    else execution.data = data
  }
}

/** Compiles a fetch of root fields. */
export function compileRootFetch(node: FetchNode, scope: PlanScope): Step {
  const head = bodyHead(node)
  const variablesText = compileVariables(node.variableUsages)
  const receive = compileReceive(node, scope)
  const rootKeys = rootKeysOfText(node.operation)
  return async (execution) => {
    const variables = variablesText(execution.variables)
    const body = variables ? `${head},"variables":{${variables}}}` : `${head}}`
    try {
      receive(execution, await send(execution, node.serviceName, body, scope.read))
    } catch (error) {
      for (const key of rootKeys) execution.errors.push(failure(error, [key]))
    }
  }
}
