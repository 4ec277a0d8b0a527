import type { BatchFetchNode, EntityBatchAlias } from '@graphql-hive/router-query-planner'
import type { ResponseError } from '../errors.ts'
import { type Execution, type Step, send } from '../execution.ts'
import type { JsonObject } from '../json.ts'
import type { SubgraphResponse } from '../transport.ts'
import { EntityPath, type ResponsePath } from './entity-path.ts'
import type { PlanScope } from './plan-scope.ts'
import { placeEntities } from './place-entities.ts'
import { compileRepresentation } from './representation.ts'
import { RepresentationList } from './representation-list.ts'
import { bodyHead, compileVariables } from './request-body.ts'
import { compileRewrites, renamedKeys } from './rewrite.ts'
import { failure, relocateErrors, subgraphError } from './subgraph-errors.ts'

/** Compiles a fetch that completes the entities at several paths by one request with several aliased lists. */
export function compileBatchFetch(node: BatchFetchNode, scope: PlanScope): Step {
  const head = `${bodyHead(node)},"variables":{`
  const variablesText = compileVariables(node.variableUsages)
  const groups = node.entityBatch.aliases.map((alias) => compileGroup(alias, scope))
  const listNames = [...new Set(groups.map((group) => group.variable))]
  const fixedPaths = distinct(groups.flatMap((group) => group.fixedPaths))
  const service = node.serviceName
  return async (execution) => {
    const { data } = execution
    if (!data) return
    const lists = new Map(listNames.map((name) => [name, new RepresentationList()]))
    const asked = groups.map((group) => {
      const entities: JsonObject[] = []
      for (const path of group.paths) path.collect(data, entities)
      const list = lists.get(group.variable) as RepresentationList
      return { group, entities, indexes: list.add(entities, group.write, execution.variables) }
    })
    const texts: string[] = []
    let size = 0
    for (const [name, list] of lists) {
      size += list.size
      texts.push(`${JSON.stringify(name)}:[${list.text}]`)
    }
    if (!size) return
    const variables = variablesText(execution.variables)
    const body = `${head}${texts.join(',')}${variables ? `,${variables}` : ''}}}`
    let response: SubgraphResponse
    try {
      response = await send(execution, service, body, scope.read)
    } catch (error) {
      for (const path of fixedPaths) execution.errors.push(failure(error, path))
      return
    }
    if (response.errors?.length) relocate(response.errors, asked, data, service, execution)
    for (const { group, entities, indexes } of asked) {
      let answer = response.data?.[group.alias]
      for (const rewrite of group.rewrites) answer = rewrite(answer)
      placeEntities(entities, indexes, answer)
    }
  }
}

interface AskedGroup {
  group: ReturnType<typeof compileGroup>
  entities: JsonObject[]
  indexes: number[]
}

function relocate(
  errors: readonly ResponseError[],
  asked: readonly AskedGroup[],
  data: JsonObject,
  service: string,
  execution: Execution,
): void {
  const rest = new Set(errors)
  for (const { group, indexes } of asked) {
    const own = errors.filter((error) => error?.path?.[0] === group.alias)
    if (!own.length) continue
    for (const error of own) rest.delete(error)
    const placement = {
      listKey: group.alias,
      indexes,
      paths: () => group.paths.flatMap((path) => path.paths(data)),
      fixedPath: group.fixedPaths[0] ?? [],
      renamed: group.renamed,
    }
    relocateErrors(own, placement, service, execution.errors)
  }
  for (const error of rest)
    execution.errors.push(subgraphError(error, service, asked[0]?.group.fixedPaths[0]))
}

function distinct(paths: readonly ResponsePath[]): ResponsePath[] {
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()]
}

function compileGroup(alias: EntityBatchAlias, scope: PlanScope) {
  const paths = alias.paths.map((path) => new EntityPath(path, scope.types))
  return {
    alias: alias.alias,
    variable: alias.representationsVariableName,
    paths,
    fixedPaths: paths.map((path) => path.fixed),
    write: compileRepresentation(alias.requires, alias.inputRewrites, scope.types),
    rewrites: compileRewrites(alias.outputRewrites, scope.types),
    renamed: renamedKeys(alias.outputRewrites),
  }
}
