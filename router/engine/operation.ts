import type { Protection } from './authorization/protection.ts'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import type { CompiledSubscription } from './compile-subscription.ts'
import type { OperationCost } from './cost/compile-cost.ts'
import type { ResponseError } from './errors.ts'
import type { Step } from './execution.ts'
import type { JsonObject } from './json.ts'
import type { DocumentSize } from './limits.ts'
import type { ValueWriter } from './projection/projection.ts'

/** What a client asks. */
export interface GraphQLRequest {
  query: string
  operationName?: string | null
  variables?: { [name: string]: unknown } | null
}

/** An operation, checked, planned and compiled; good for any number of requests. */
export interface Operation {
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly name: string | undefined
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
  /** Fetches everything; undefined when nothing is asked of the subgraphs, and for subscriptions. */
  readonly run: Step | undefined
  /** Answers the introspection fields beside the data; undefined when there are none. */
  readonly introspect: ((variables: JsonObject) => JsonObject) | undefined
  readonly subscription: CompiledSubscription | undefined
  readonly write: ValueWriter
  /** What its document measures: others may be allowed less than those for whom it was prepared. */
  readonly size: Readonly<DocumentSize>
  readonly cost: OperationCost
  /** The rules that its fields are under; undefined when nothing in it is protected. */
  readonly protection: Protection<Operation> | undefined
  /** Which of those rules this variant is without; empty for the whole operation. */
  readonly restriction: string
  /** What a viewer is told of the fields that they may not see; undefined for the whole operation. */
  readonly denials: ((variables: JsonObject) => ResponseError[]) | undefined
}

/** Why an operation is not executed. */
export interface Refusal {
  readonly errors: readonly ResponseError[]
}
