import type { PlanNode, QueryPlanner } from '@graphql-hive/router-query-planner'
import { type OperationDefinitionNode, print } from 'graphql'
import { codedError, engineCodes, type ResponseError } from './errors.ts'
import type { SplitOperation } from './introspection.ts'
import type { Fragments } from './projection/collect-fields.ts'
import { responseKey, rootKeysOf, withRootFields } from './root-selection.ts'

/**
 * Plans an operation.
 *
 * The planner lets a mutation field run beside the reads that complete the field before it; the specification wants one
 * field finished before the next begins. So a mutation's fields are planned one by one.
 *
 * @returns undefined when nothing is asked of the subgraphs; an error when the planner finds no way
 */
export function planOperation(
  query: string,
  definition: OperationDefinitionNode,
  fragments: Fragments,
  split: SplitOperation | undefined,
  planner: QueryPlanner,
): PlanNode | ResponseError | undefined {
  if (split && !split.planned) return undefined
  const plan = (text: string) => planner.plan(text, definition.name?.value, new Set(), 0).node
  try {
    const keys = definition.operation === 'mutation' ? rootKeysOf(definition, fragments) : []
    if (keys.length < 2) return plan(split?.planned ? print(split.planned) : query)
    const nodes = keys.flatMap((key) => {
      const single = withRootFields(
        definition,
        fragments,
        (field) => responseKey(field) === key && !field.name.value.startsWith('__'),
      )
      return (single && plan(print(single))) ?? []
    })
    return { kind: 'Sequence', nodes }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return codedError(engineCodes.planFailed, `The operation cannot be planned: ${reason}`)
  }
}
