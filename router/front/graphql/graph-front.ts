import type { Logger } from 'pino'
import { CodedError } from '#platform/errors/coded-error.ts'
import { unauthenticated } from '#platform/errors/unauthenticated.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { engineCodes } from '../../engine/errors.ts'
import type { EngineLimits } from '../../engine/limits.ts'
import type { GraphQLRequest, Operation, Refusal } from '../../engine/operation.ts'
import type { Caller } from '../../identity/caller.ts'
import { refuseForbiddenFields } from '../../identity/field-access.ts'
import type { Identity } from '../../identity/identity.ts'
import { type FollowedTopic, followedTopic } from '../../live/followed-topic.ts'
import type { LiveClient } from '../../live/live-client.ts'
import { refusalBy } from '../../live/refusal-by.ts'
import type { JoinRequest, LiveHub } from '../../live/live-hub.ts'
import type { CurrentGraph } from '../../supergraph/current-graph.ts'
import type { Graph } from '../../supergraph/graph.ts'
import { startBudget } from '../../traffic/operation-budget.ts'
import { firstCodeIn } from '../answer-facts.ts'
import type { OperationMeter } from '../measure-operations.ts'
import { operationKey } from './operation-key.ts'
import { rootFieldsOf } from './root-fields.ts'
import { type RequestMarks, subgraphContext } from './subgraph-context.ts'
import type { OperationTrace } from './trace-operation.ts'
import { accessOf } from './viewer-rights.ts'

export interface GraphFrontOptions {
  current: Pick<CurrentGraph, 'graph'>
  hub: LiveHub
  identity: Pick<Identity, 'signer'>
  limitsOf: (viewer: Viewer) => EngineLimits
  allowIntrospection: boolean
  meter: OperationMeter
  /** How long one query or mutation may take altogether. */
  operationTimeoutMs: number
  log: Logger
}

/** The graph behind every transport: who may ask, then the engine or the live hub. */
export interface GraphFront {
  readonly log: Logger
  /** Refuses a document that is beyond the caller's limits, and nothing else: for a server that looks at it before us. */
  refuseBeyondLimits(request: GraphQLRequest, caller: Caller): Refusal | undefined
  /** Which kind of operation this is, without executing it. */
  prepare(request: GraphQLRequest, caller: Caller): Operation | Refusal
  /**
   * Executes a query or a mutation.
   * @returns the JSON text of the response
   */
  execute(request: GraphQLRequest, caller: Caller, marks: RequestMarks): Promise<string>
  /** Follows a subscription, or says why not. */
  follow(request: GraphQLRequest, caller: Caller, way: FollowWay): LiveClient | Refusal
}

/** The transport's side of a subscription. */
export type FollowWay = Pick<JoinRequest, 'sink' | 'room' | 'after'>

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const

export function createGraphFront(options: GraphFrontOptions): GraphFront {
  const { current, hub, identity, limitsOf, allowIntrospection, meter, operationTimeoutMs, log } = options

  const prepareOn = ({ engine }: Graph, request: GraphQLRequest, caller: Caller): Operation | Refusal => {
    // Without the schema in the open even a validation error would tell a stranger something.
    if (caller.viewer.kind === 'anonymous' && !allowIntrospection) throw unauthenticated()
    const { contract } = accessOf(caller.viewer)
    const limits = limitsOf(caller.viewer)
    const operation = engine.prepare(request.query, request.operationName, limits, contract)
    if ('errors' in operation) return operation
    const { type } = operation
    refuseForbiddenFields(caller.viewer, rootTypes[type], rootFieldsOf(operation), allowIntrospection)
    return operation
  }

  const prepareCounted = (graph: Graph, request: GraphQLRequest, caller: Caller, trace?: OperationTrace) => {
    const { misses } = graph.engine.plans
    const began = new Date()
    try {
      const operation = prepareOn(graph, request, caller)
      const refused = 'errors' in operation
      trace?.prepared(refused ? undefined : operation, graph.engine.plans.misses > misses ? began : undefined)
      if (refused) {
        meter.refused(String(operation.errors[0]?.extensions?.code))
        trace?.end(true)
      }
      return operation
    } catch (error) {
      trace?.end(true)
      if (error instanceof CodedError) meter.refused(error.code)
      throw error
    }
  }

  const topicOn = (graph: Graph, request: GraphQLRequest, caller: Caller): FollowedTopic | Refusal => {
    const operation = prepareOn(graph, request, caller)
    if ('errors' in operation) return operation
    const access = accessOf(caller.viewer)
    const parts = graph.engine.subscriptionParts(request, limitsOf(caller.viewer), access, operation)
    if ('errors' in parts) return parts
    const [field] = rootFieldsOf(operation)
    return followedTopic({
      parts,
      url: graph.urls[parts.service],
      field: field === undefined ? undefined : graph.liveFields.get(field),
      operationKey: `${parts.restriction} ${operationKey(operation, request)}`,
      viewer: caller.viewer,
    })
  }

  return {
    log,

    refuseBeyondLimits({ query, operationName }, { viewer }) {
      const { contract } = accessOf(viewer)
      const prepared = current.graph.engine.prepare(query, operationName, limitsOf(viewer), contract)
      const beyond = 'errors' in prepared && prepared.errors[0]?.extensions?.code === engineCodes.tooComplex
      return beyond ? prepared : undefined
    },

    prepare: (request, caller) => prepareCounted(current.graph, request, caller),

    async execute(request, caller, marks) {
      const began = performance.now()
      const { graph } = current
      const { facts, trace } = marks
      const operation = prepareCounted(graph, request, caller, trace)
      if ('errors' in operation) return JSON.stringify(operation)
      if (facts) Object.assign(facts, { operation, asked: request })
      const budget = startBudget(operationTimeoutMs, marks.signal)
      let code: string | undefined = 'FAILED'
      try {
        const context = await subgraphContext(identity.signer, caller.viewer, marks, budget.signal)
        const text = await graph.engine.execute(request, context, limitsOf(caller.viewer), operation)
        code = firstCodeIn(text)
        if (facts) Object.assign(facts, { code, subgraphRequests: context.requests, cost: context.cost ?? 0 })
        return text
      } finally {
        budget.end()
        trace?.end(code !== undefined)
        meter.executed(operation, code, performance.now() - began)
      }
    },

    follow(request, caller, way) {
      const topic = topicOn(current.graph, request, caller)
      if ('errors' in topic) return topic
      const anew = () => {
        try {
          return topicOn(current.graph, request, caller)
        } catch (error) {
          if (error instanceof CodedError) return refusalBy(error)
          throw error
        }
      }
      return hub.join({ topic, anew, ...way })
    },
  }
}
