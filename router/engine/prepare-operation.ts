import type { QueryPlanner } from '@graphql-hive/router-query-planner'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from 'graphql'
import { protectionOf } from './authorization/protection.ts'
import type { SelectionScope } from './authorization/selection-scope.ts'
import { boundDocument } from './bound-document.ts'
import { compileSubscription } from './compile-subscription.ts'
import { compileCost } from './cost/compile-cost.ts'
import type { CostDirectives } from './cost/cost-directives.ts'
import { codedError, engineCodes, fromGraphQLError, type ResponseError } from './errors.ts'
import { splitIntrospection } from './introspection.ts'
import type { DocumentSize, EngineLimits } from './limits.ts'
import type { Operation, Refusal } from './operation.ts'
import { compilePlan } from './plan/compile-plan.ts'
import { planOperation } from './plan-operation.ts'
import { collectFields } from './projection/collect-fields.ts'
import { fragmentsOf } from './projection/fragments-of.ts'
import { compileObject } from './projection/write-object.ts'
import { scanDocument } from './scan-document.ts'
import type { TypeFamilies } from './type-families.ts'

/** What operations are prepared against. */
export interface PrepareScope {
  planner: QueryPlanner
  /** The schema that clients see: all of it, or a contract's. */
  schema: GraphQLSchema
  clientTypes: TypeFamilies
  supergraphTypes: TypeFamilies
  costs: CostDirectives
  /** What protects the fields of an operation. */
  selections: SelectionScope
  /** Whether a mistake is answered with the names that come near it. */
  suggestions: boolean
}

/** Nobody reads more, and a document can hold thousands of mistakes. */
const maxMistakes = 10

/** Parses, bounds, validates, plans and compiles. The bounds come first: all that follows expands fragments. */
export function prepareOperation(
  query: string,
  operationName: string | undefined,
  limits: Readonly<EngineLimits>,
  scope: PrepareScope,
): Operation | Refusal {
  const text = scanDocument(query, limits)
  if ('message' in text) return refusal(text)
  const document = parseScanned(query)
  if ('message' in document) return refusal(document)
  const selections = boundDocument(document, limits)
  if ('message' in selections) return refusal(selections)
  const hideSuggestions = !scope.suggestions
  const invalid = validate(scope.schema, document, undefined, { maxErrors: maxMistakes, hideSuggestions })
  if (invalid.length) {
    return { errors: invalid.map((error) => fromGraphQLError(error, engineCodes.validationFailed)) }
  }
  const definition = getOperationAST(document, operationName)
  if (!definition) return refusal(codedError(engineCodes.unknownOperation, whichOperation(operationName)))
  const size = { ...selections, ...text, nesting: Math.max(selections.nesting, text.nesting) }
  return planAndCompile(query, document, definition, size, scope)
}

function parseScanned(query: string): DocumentNode | ResponseError {
  try {
    return parse(query)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return fromGraphQLError(error, engineCodes.parseFailed)
  }
}

/** Plans and compiles a valid operation, as if its viewer might see all of it. */
export function planAndCompile(
  query: string,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  size: DocumentSize,
  scope: PrepareScope,
): Operation | Refusal {
  // before anything is planned: what a contract does not have is not looked up in the whole graph
  const root = scope.schema.getRootType(definition.operation)
  if (!root)
    return refusal(codedError(engineCodes.unknownOperation, `There is no ${definition.operation} here`))
  const fragments = fragmentsOf(document)
  const whole = [{ set: definition.selectionSet, guard: [] }]
  const split = splitIntrospection(definition, fragments, scope.schema)
  // the planner finds no plan for an operation that skips all that it asks for
  const asked = collectFields(root.name, whole, fragments, scope.clientTypes).length > 0
  // the planner reads no escape of two code units, and none with braces; printed again, their characters stand as they are
  const readable = query.includes('\\u') ? print(document) : query
  const plan = asked ? planOperation(readable, definition, fragments, split, scope.planner) : undefined
  if (plan && 'message' in plan) return refusal(plan)
  const planScope = { types: scope.supergraphTypes, read: definition.operation === 'query' }
  const subscribes = definition.operation === 'subscription'
  const projection = { schema: scope.schema, types: scope.clientTypes, fragments }
  return {
    type: definition.operation,
    name: definition.name?.value,
    document,
    definition,
    run: plan && !subscribes ? compilePlan(plan, planScope) : undefined,
    introspect: split?.introspect,
    subscription: plan && subscribes ? compileSubscription(plan, { ...planScope, read: true }) : undefined,
    write: compileObject(root, whole, projection),
    size,
    cost: compileCost(definition, projection, scope.costs),
    protection: protectionOf(definition, fragments, scope.selections),
    restriction: '',
    denials: undefined,
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
