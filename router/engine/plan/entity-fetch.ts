import type { FetchNode, FlattenNodePathSegment } from '@graphql-hive/router-query-planner'
import { type Step, send } from '../execution.ts'
import type { Json, JsonObject } from '../json.ts'
import type { SubgraphResponse } from '../transport.ts'
import { EntityPath } from './entity-path.ts'
import type { PlanScope } from './plan-scope.ts'
import { placeEntities } from './place-entities.ts'
import { compileRepresentation } from './representation.ts'
import { RepresentationList } from './representation-list.ts'
import { bodyHead, compileVariables } from './request-body.ts'
import { compileRewrites, renamedKeys } from './rewrite.ts'
import { failure, relocateErrors } from './subgraph-errors.ts'

/** Compiles a fetch that completes the entities at one path: one request, equal representations once. */
export function compileEntityFetch(
  node: FetchNode,
  flattenPath: readonly FlattenNodePathSegment[],
  scope: PlanScope,
): Step {
  const path = new EntityPath(flattenPath, scope.types)
  const write = compileRepresentation(node.requires ?? [], node.inputRewrites, scope.types)
  const head = `${bodyHead(node)},"variables":{"representations":[`
  const variablesText = compileVariables(node.variableUsages)
  const rewrites = compileRewrites(node.outputRewrites, scope.types)
  const renamed = renamedKeys(node.outputRewrites)
  const service = node.serviceName
  return async (execution) => {
    const { data } = execution
    if (!data) return
    const entities: JsonObject[] = []
    path.collect(data, entities)
    const representations = new RepresentationList()
    const indexes = representations.add(entities, write, execution.variables)
    if (!representations.size) return
    const variables = variablesText(execution.variables)
    const body = `${head}${representations.text}]${variables ? `,${variables}` : ''}}}`
    let response: SubgraphResponse
    try {
      response = await send(execution, service, body, scope.read)
    } catch (error) {
      execution.errors.push(failure(error, path.fixed))
      return
    }
    if (response.errors?.length) {
      const placement = {
        listKey: '_entities',
        indexes,
        paths: () => path.paths(data),
        fixedPath: path.fixed,
        renamed,
      }
      relocateErrors(response.errors, placement, service, execution.errors)
    }
    let answer: Json = response.data
    for (const rewrite of rewrites) answer = rewrite(answer)
    placeEntities(entities, indexes, (answer as JsonObject | null | undefined)?._entities)
  }
}
