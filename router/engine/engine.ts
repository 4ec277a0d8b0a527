import { type GraphQLSchema, getVariableValues } from 'graphql'
import { boundVariables } from './bound-variables.ts'
import { evaluate } from './cost/formula.ts'
import { type EngineSchema, engineSchema } from './engine-schema.ts'
import {
  codedError,
  engineCodes,
  fromGraphQLError,
  type ResponseError,
  SubscriptionRefused,
} from './errors.ts'
import type { Execution } from './execution.ts'
import type { JsonObject } from './json.ts'
import { defaultLimits, type EngineLimits, firstBeyond } from './limits.ts'
import { mapEvents } from './map-events.ts'
import type { GraphQLRequest, Operation, Refusal } from './operation.ts'
import { copy } from './plan/merge.ts'
import { failure } from './plan/subgraph-errors.ts'
import { PlanCache } from './plan-cache.ts'
import { type PrepareScope, prepareOperation } from './prepare-operation.ts'
import { writeResult } from './projection/write-result.ts'
import type { RequestContext, SubgraphResponse, SubscriptionPayload, Transport } from './transport.ts'
import { TypeFamilies } from './type-families.ts'

export interface EngineOptions {
  /** The composed supergraph's SDL. */
  supergraph: string
  /** The same supergraph, read already. */
  schema?: EngineSchema
  transport: Transport
  /** What may be asked for by those for whom no other limits are given. */
  limits?: Partial<EngineLimits>
  /** Whether a mistake in an operation is answered with the names that come near it; true unless told. */
  suggestions?: boolean
  /** Prepared operations kept at most. */
  planCache?: number
}

/** An operation as its clients send it. */
export interface UsedOperation {
  query: string
  operationName?: string | null | undefined
}

interface Prepared extends UsedOperation {
  operation: Operation
}

/** A subscription taken apart, so that one upstream can serve several clients. */
export interface SubscriptionParts {
  service: string
  /** What the subgraph is subscribed to; equal for all who can share one upstream. */
  payload: SubscriptionPayload
  /** The JSON text of one event, completed under a client's own rights. The event stays as it is. */
  onEvent(event: SubgraphResponse, context: RequestContext): Promise<string>
}

/** Executes GraphQL operations over the subgraphs of one supergraph. */
export class Engine {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  readonly #transport: Transport
  readonly #scope: PrepareScope
  readonly #operations: PlanCache<Prepared>
  readonly #limits: EngineLimits

  constructor({
    supergraph,
    schema,
    transport,
    limits,
    suggestions = true,
    planCache = 2_000,
  }: EngineOptions) {
    const { planner, client, whole, costs } = schema ?? engineSchema(supergraph)
    this.schema = client
    this.#transport = transport
    this.#operations = new PlanCache(planCache)
    this.#scope = {
      planner,
      schema: this.schema,
      clientTypes: new TypeFamilies(this.schema),
      supergraphTypes: new TypeFamilies(whole),
      costs,
      suggestions,
    }
    this.#limits = { ...defaultLimits, ...limits }
  }

  /**
   * Prepares an operation, or gives what was prepared before, for whomever: it is measured against the limits of those
   * who ask now. Refusals are not kept.
   */
  prepare(query: string, operationName?: string | null, limits = this.#limits): Operation | Refusal {
    const key = operationName ? `${operationName}\n${query}` : query
    const known = this.#operations.get(key)
    if (known) {
      const beyond = firstBeyond(known.operation.size, limits)
      return beyond ? { errors: [beyond] } : known.operation
    }
    const prepared = prepareOperation(query, operationName ?? undefined, limits, this.#scope)
    if (!('errors' in prepared)) this.#operations.set(key, { query, operationName, operation: prepared })
    return prepared
  }

  /** Operations that were used lately, the most recent ones, oldest first; for preparing them elsewhere. */
  recentOperations(most: number): UsedOperation[] {
    return this.#operations.newest(most).map(({ query, operationName }) => ({ query, operationName }))
  }

  /**
   * Executes a query or a mutation.
   * @returns the JSON text of the response
   * @throws RequestCanceled when the client went away meanwhile
   */
  async execute(request: GraphQLRequest, context: RequestContext, limits = this.#limits): Promise<string> {
    const operation = this.prepare(request.query, request.operationName, limits)
    if ('errors' in operation) return JSON.stringify(operation)
    if (operation.type === 'subscription') return JSON.stringify({ errors: [needsSubscription] })
    const admitted = this.#admit(operation, request, limits)
    if ('errors' in admitted) return JSON.stringify(admitted)
    const { variables } = admitted
    context.cost = admitted.cost
    const execution = this.#execution(variables, context)
    await operation.run?.(execution)
    let data = execution.data ?? {}
    if (operation.introspect) data = { ...data, ...operation.introspect(variables) }
    return writeResult(operation.write, data, variables, execution.errors)
  }

  /**
   * Subscribes for one client: an upstream of its own, entity fields completed for every event. When the subgraph is
   * lost, the last event carries the error.
   */
  async subscribe(
    request: GraphQLRequest,
    context: RequestContext,
    limits = this.#limits,
  ): Promise<{ events: AsyncIterableIterator<string> } | Refusal> {
    const parts = this.subscriptionParts(request, limits)
    if ('errors' in parts) return parts
    const { service, payload, onEvent } = parts
    const events = mapEvents(
      this.#transport.subscribe(service, payload, context),
      (event) => onEvent(event, context),
      (error) =>
        JSON.stringify({ errors: error instanceof SubscriptionRefused ? error.errors : [failure(error)] }),
    )
    return { events }
  }

  /** A subscription's upstream and what is done with each of its events. */
  subscriptionParts(request: GraphQLRequest, limits = this.#limits): SubscriptionParts | Refusal {
    const operation = this.prepare(request.query, request.operationName, limits)
    if ('errors' in operation) return operation
    const { subscription } = operation
    if (!subscription) {
      return { errors: [codedError(engineCodes.notASubscription, 'This operation is not a subscription')] }
    }
    const admitted = this.#admit(operation, request, limits)
    if ('errors' in admitted) return admitted
    const { variables } = admitted
    const forwarded: JsonObject = {}
    for (const name of subscription.variableUsages) {
      if (variables[name] !== undefined) forwarded[name] = variables[name]
    }
    return {
      service: subscription.service,
      payload: { query: subscription.query, variables: forwarded },
      onEvent: async (event, context) => {
        const execution = this.#execution(variables, context)
        const own = subscription.changesEvents && event.data ? { ...event, data: copy(event.data) } : event
        subscription.receive(execution, own)
        await subscription.complete?.(execution)
        return writeResult(
          operation.write,
          execution.data ?? {},
          variables,
          execution.errors,
          event.extensions,
        )
      },
    }
  }

  #execution(variables: JsonObject, context: RequestContext): Execution {
    return { data: undefined, errors: [], variables, context, transport: this.#transport }
  }

  /** What only the request tells: its variables, and by them the cost. */
  #admit(
    operation: Operation,
    request: GraphQLRequest,
    limits: Readonly<EngineLimits>,
  ): { variables: JsonObject; cost: number } | Refusal {
    const beyond = boundVariables(request.variables, limits)
    if (beyond) return { errors: [beyond] }
    const variables = this.#variablesOf(operation, request)
    if (Array.isArray(variables)) return { errors: variables }
    const { formula, rules } = operation.cost
    for (const rule of rules) {
      const broken = rule(variables)
      if (broken) return { errors: [broken] }
    }
    const cost = evaluate(formula, variables)
    return cost > limits.cost ? { errors: [tooCostly(cost, limits.cost)] } : { variables, cost }
  }

  #variablesOf({ definition }: Operation, { variables }: GraphQLRequest): JsonObject | ResponseError[] {
    if (!definition.variableDefinitions?.length) return noVariables
    const given = getVariableValues(this.schema, definition.variableDefinitions, variables ?? {}, {
      maxErrors: 10,
      hideSuggestions: !this.#scope.suggestions,
    })
    if (given.errors) return given.errors.map((error) => fromGraphQLError(error, engineCodes.badVariables))
    return given.coerced as JsonObject
  }
}

function tooCostly(cost: number, maximum: number): ResponseError {
  return {
    message: `The operation is estimated to cost ${cost}; at most ${maximum} are allowed`,
    extensions: { code: engineCodes.tooCostly, cost, maximum },
  }
}

const noVariables: JsonObject = Object.freeze({})

const needsSubscription = codedError(
  engineCodes.subscriptionOnly,
  'A subscription is answered over WebSocket or as an event stream',
)
