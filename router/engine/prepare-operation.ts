import type { QueryPlanner } from '@graphql-hive/router-query-planner'
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import { boundDocument } from './bound-document.ts'
import { compileSubscription } from './compile-subscription.ts'
import { codedError, engineCodes, fromGraphQLError, type ResponseError } from './errors.ts'
import { splitIntrospection } from './introspection.ts'
import { planOperation } from './plan-operation.ts'
import type { EngineLimits } from './limits.ts'
import type { Operation, Refusal } from './operation.ts'
import { compilePlan } from './plan/compile-plan.ts'
import { compileObject } from './projection/write-object.ts'
import type { TypeFamilies } from './type-families.ts'

/** What operations are prepared against. */
export interface PrepareScope {
  planner: QueryPlanner
  /** The schema that clients see. */
  schema: GraphQLSchema
  clientTypes: TypeFamilies
  supergraphTypes: TypeFamilies
  limits: EngineLimits
}

/** Parses, bounds, validates, plans and compiles. The bounds come first: all that follows expands fragments. */
export function prepareOperation(
  query: string,
  operationName: string | undefined,
  scope: PrepareScope,
): Operation | Refusal {
  const document = parseBounded(query, scope.limits)
  if (!('kind' in document)) return refusal(document)
  const beyond = boundDocument(document, scope.limits)
  if (beyond) return refusal(beyond)
  const invalid = validate(scope.schema, document)
  if (invalid.length) {
    return { errors: invalid.map((error) => fromGraphQLError(error, engineCodes.validationFailed)) }
  }
  const definition = getOperationAST(document, operationName)
  if (!definition) return refusal(codedError(engineCodes.unknownOperation, whichOperation(operationName)))
  return planAndCompile(query, document, definition, scope)
}

function parseBounded(query: string, limits: EngineLimits): DocumentNode | ResponseError {
  try {
    return parse(query, { maxTokens: limits.tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const tooLong = error.message.endsWith('tokens. Parsing aborted.')
    return fromGraphQLError(error, tooLong ? engineCodes.tooComplex : engineCodes.parseFailed)
  }
}

function planAndCompile(
  query: string,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  scope: PrepareScope,
): Operation | Refusal {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  }
  const split = splitIntrospection(definition, fragments, scope.schema)
  const plan = planOperation(query, definition, fragments, split, scope.planner)
  if (plan && 'message' in plan) return refusal(plan)
  const planScope = { types: scope.supergraphTypes, read: definition.operation === 'query' }
  const root = scope.schema.getRootType(definition.operation)
  if (!root)
    return refusal(codedError(engineCodes.unknownOperation, `There is no ${definition.operation} here`))
  const subscribes = definition.operation === 'subscription'
  return {
    type: definition.operation,
    name: definition.name?.value,
    document,
    definition,
    run: plan && !subscribes ? compilePlan(plan, planScope) : undefined,
    introspect: split?.introspect,
    subscription: plan && subscribes ? compileSubscription(plan, { ...planScope, read: true }) : undefined,
    write: compileObject(root, [{ set: definition.selectionSet, guard: [] }], {
      schema: scope.schema,
      types: scope.clientTypes,
      fragments,
    }),
  }
}

function whichOperation(name: string | undefined): string {
  return name === undefined
    ? 'The document holds several operations: name the one to execute'
    : `The document holds no operation named "${name}"`
}

function refusal(error: ResponseError): Refusal {
  return { errors: [error] }
}
