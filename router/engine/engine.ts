import { type GraphQLSchema, getVariableValues } from 'graphql'
import type { UsedOperation } from './audience.ts'
import { Audiences } from './audiences.ts'
import { type Access, noRights } from './authorization/access.ts'
import { operationFor } from './authorization/restrict-operation.ts'
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
import { defaultLimits, type EngineLimits } from './limits.ts'
import { mapEvents } from './map-events.ts'
import type { GraphQLRequest, Operation, Refusal } from './operation.ts'
import { copy } from './plan/merge.ts'
import { failure } from './plan/subgraph-errors.ts'
import type { PlanFigures } from './plan-figures.ts'
import { writeResult } from './projection/write-result.ts'
import type { RequestContext, SubgraphResponse, SubscriptionPayload, Transport } from './transport.ts'

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
  /** Contracts that viewers may be held by, where the supergraph is not read already: names of its tags. */
  contracts?: readonly string[]
}

/** A subscription taken apart, so that one upstream can serve several clients. */
export interface SubscriptionParts {
  service: string
  /** What the subgraph is subscribed to; equal for all who can share one upstream. */
  payload: SubscriptionPayload
  /** What of the operation its viewer may not see. Results are equal only where this is, beside operation and variables. */
  restriction: string
  /** The JSON text of one event, completed under a client's own rights. The event stays as it is. */
  onEvent(event: SubgraphResponse, context: RequestContext): Promise<string>
}

/** Executes GraphQL operations over the subgraphs of one supergraph. */
export class Engine {
  /** The schema that viewers without a contract see. */
  readonly schema: GraphQLSchema
  readonly #transport: Transport
  readonly #audiences: Audiences
  readonly #limits: EngineLimits

  constructor({
    supergraph,
    contracts,
    schema = engineSchema(supergraph, contracts),
    transport,
    limits,
    suggestions = true,
    planCache = 2_000,
  }: EngineOptions) {
    this.schema = schema.client
    this.#audiences = new Audiences(schema, { suggestions, planCache })
    this.#transport = transport
    this.#limits = { ...defaultLimits, ...limits }
  }

  /** What is counted about preparing operations. */
  get plans(): PlanFigures {
    return this.#audiences.plans
  }

  /** Prepared operations that are kept. */
  get kept(): number {
    return this.#audiences.kept
  }

  /** The contracts that there are, besides the whole graph. */
  get contracts(): readonly string[] {
    return this.#audiences.contracts
  }

  /** The schema of a contract: all that exists for its viewers. */
  schemaOf(contract: string | undefined): GraphQLSchema {
    return this.#audiences.of(contract).scope.schema
  }

  /**
   * Prepares an operation, or gives what was prepared before, for whomever: it is measured against the limits of those
   * who ask now, and their rights are not looked at yet. Refusals are not kept.
   * @param contract whose schema is the graph for the viewer
   */
  prepare(
    query: string,
    operationName?: string | null,
    limits: Readonly<EngineLimits> = this.#limits,
    contract?: string,
  ): Operation | Refusal {
    return this.#audiences.of(contract).prepare(query, operationName, limits)
  }

  /** Operations that were used lately, for preparing them elsewhere. */
  recentOperations(most: number): UsedOperation[] {
    return this.#audiences.recentOperations(most)
  }

  /**
   * Executes a query or a mutation.
   * @param prepared the operation, when the caller has prepared it already for this viewer
   * @returns the JSON text of the response
   * @throws RequestCanceled when the client went away meanwhile
   */
  async execute(
    request: GraphQLRequest,
    context: RequestContext,
    limits = this.#limits,
    prepared = this.#prepared(request, limits, context.access),
  ): Promise<string> {
    const operation = this.#allowed(prepared, context.access)
    if ('errors' in operation) return JSON.stringify(operation)
    if (operation.type === 'subscription') return JSON.stringify({ errors: [needsSubscription] })
    const admitted = this.#admit(operation, request, limits, context.access)
    if ('errors' in admitted) return JSON.stringify(admitted)
    const { variables } = admitted
    context.cost = admitted.cost
    const execution = this.#execution(operation, variables, context)
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
    const parts = this.subscriptionParts(request, limits, context.access)
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

  /**
   * A subscription's upstream and what is done with each of its events; refused when its field is denied.
   * @param prepared the operation, when the caller has prepared it already for this viewer
   */
  subscriptionParts(
    request: GraphQLRequest,
    limits = this.#limits,
    access?: Access,
    prepared = this.#prepared(request, limits, access),
  ): SubscriptionParts | Refusal {
    const operation = this.#allowed(prepared, access)
    if ('errors' in operation) return operation
    const { subscription, restriction } = operation
    const admitted = this.#admit(operation, request, limits, access)
    if (!subscription) {
      const denials = 'errors' in admitted ? [] : (operation.denials?.(admitted.variables) ?? [])
      return { errors: denials.length ? denials : [notASubscription] }
    }
    if ('errors' in admitted) return admitted
    const { variables } = admitted
    const forwarded: JsonObject = {}
    for (const name of subscription.variableUsages) {
      if (variables[name] !== undefined) forwarded[name] = variables[name]
    }
    return {
      service: subscription.service,
      payload: { query: subscription.query, variables: forwarded },
      restriction,
      onEvent: async (event, context) => {
        const execution = this.#execution(operation, variables, context)
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

  #prepared(
    { query, operationName }: GraphQLRequest,
    limits: Readonly<EngineLimits>,
    access: Access | undefined,
  ): Operation | Refusal {
    return this.prepare(query, operationName, limits, access?.contract)
  }

  /** The operation as its viewer may have it. */
  #allowed(prepared: Operation | Refusal, access: Access | undefined): Operation | Refusal {
    if ('errors' in prepared || !prepared.protection) return prepared
    return operationFor(prepared, access?.rights ?? noRights, this.#audiences.of(access?.contract).scope)
  }

  #execution({ denials }: Operation, variables: JsonObject, context: RequestContext): Execution {
    const errors = denials ? denials(variables) : []
    return { data: undefined, errors, variables, context, transport: this.#transport }
  }

  /** What only the request tells: its variables, and by them the cost. */
  #admit(
    operation: Operation,
    request: GraphQLRequest,
    limits: Readonly<EngineLimits>,
    access: Access | undefined,
  ): { variables: JsonObject; cost: number } | Refusal {
    const beyond = boundVariables(request.variables, limits)
    if (beyond) return { errors: [beyond] }
    const variables = this.#variablesOf(operation, request, access)
    if (Array.isArray(variables)) return { errors: variables }
    const { formula, rules } = operation.cost
    for (const rule of rules) {
      const broken = rule(variables)
      if (broken) return { errors: [broken] }
    }
    const cost = evaluate(formula, variables)
    return cost > limits.cost ? { errors: [tooCostly(cost, limits.cost)] } : { variables, cost }
  }

  #variablesOf(
    { definition }: Operation,
    { variables }: GraphQLRequest,
    access: Access | undefined,
  ): JsonObject | ResponseError[] {
    if (!definition.variableDefinitions?.length) return noVariables
    const { schema, suggestions } = this.#audiences.of(access?.contract).scope
    const given = getVariableValues(schema, definition.variableDefinitions, variables ?? {}, {
      maxErrors: 10,
      hideSuggestions: !suggestions,
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

const notASubscription = codedError(engineCodes.notASubscription, 'This operation is not a subscription')

const needsSubscription = codedError(
  engineCodes.subscriptionOnly,
  'A subscription is answered over WebSocket or as an event stream',
)
