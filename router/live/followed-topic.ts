import type { Viewer } from '#platform/identity/viewer.ts'
import type { SubscriptionParts } from '../engine/engine.ts'
import type { RequestContext, SubgraphResponse, SubscriptionPayload } from '../engine/transport.ts'
import type { LiveField } from './live-field.ts'
import { ResumableQuery } from './resumable-query.ts'
import { topicRights } from './topic-rights.ts'

/** What one subscription follows, as one version of the supergraph has it. */
export interface FollowedTopic {
  /** As in the field's `@live`, for logs and refusals. */
  readonly name: string
  readonly kind: 'STATE' | 'EVENT'
  /** Whether it can go on behind an event. */
  readonly resumable: boolean
  /** Whether others may follow along: what is not known to be a live topic is followed by one client alone. */
  readonly shared: boolean
  /** Under whose name: equal for those who may see the same. */
  readonly viewer: Viewer
  readonly service: string
  /** Equal for all who ask the same of the same subgraph under the same rights. */
  readonly upstreamKey: string
  /** Equal, within an upstream, for those whose results look the same. */
  readonly projectionKey: string
  /** The cursor that the client's own request gives. */
  readonly after: string | undefined
  payload(after: string | undefined): SubscriptionPayload
  /** The text of a response for one event of the subgraph. */
  complete(event: SubgraphResponse, context: RequestContext): Promise<string>
}

export interface TopicRequest {
  parts: SubscriptionParts
  /** The subgraph's address: one that moves is followed anew. */
  url: string | undefined
  /** How the subscription's field is delivered; of others nothing is known. */
  field: LiveField | undefined
  /** Equal for operations whose results look the same: text, name and variables, but for the cursor. */
  operationKey: string
  viewer: Viewer
}

/** Works out what a subscription follows. */
export function followedTopic({ parts, url, field, operationKey, viewer }: TopicRequest): FollowedTopic {
  const { service, payload } = parts
  const rights = topicRights(viewer, field?.topic)
  const resumable = field?.resumable ?? false
  const query = resumable ? ResumableQuery.of(payload.query) : undefined
  const payloadAt = (after: string | undefined) => query?.payload(payload.variables, after) ?? payload
  const fromNow = payloadAt(undefined)
  return {
    name: field?.topic ?? service,
    kind: field?.kind ?? 'EVENT',
    resumable,
    shared: field !== undefined,
    viewer: rights.viewer,
    service,
    upstreamKey: JSON.stringify([rights.key, service, url, fromNow.query, fromNow.variables ?? {}]),
    projectionKey: operationKey,
    after: query?.cursorIn(payload.variables),
    payload: payloadAt,
    complete: parts.onEvent,
  }
}
