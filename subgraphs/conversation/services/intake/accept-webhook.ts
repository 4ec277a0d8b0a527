import { createHash } from 'node:crypto'
import { newId } from '#platform/ids/new-id.ts'
import type { AccountBase, ChannelAdapter, ParsedWebhook, WebhookRequest } from '../../adapters/contract.ts'
import type { ChannelEvent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import type { PayloadPart, RawPayload } from '../../models/raw-payload.ts'
import { accountOf, adapterOf } from '../line/adapter-of.ts'
import { createBacklog } from './backlog.ts'
import { laneOf, shardOf } from './lane-work.ts'
import { lineKey, unreadableKey } from './line-key.ts'
import { payloadBox } from './payload-box.ts'
import { createPayloadStore } from './store-payloads.ts'

/** What became of a webhook; `comeAgainSec` when its lane is full and nothing of it was kept. */
export type Acceptance =
  | 'accepted'
  | 'duplicate'
  | 'unknown account'
  | 'wrong signature'
  | { comeAgainSec: number }

export type AcceptWebhook = (channel: string, account: string, request: WebhookRequest) => Promise<Acceptance>

/** Senders that are sent away come back spread over so many seconds. */
const maxComeAgainSec = 5

/**
 * Makes what takes providers' webhooks: nothing is written before the signature holds over the raw bytes; then the
 * payload is durable before it is acknowledged, and the same delivery again makes nothing. Its work is done later, in
 * its lane; a lane that is full takes nothing, and its sender is asked to come again.
 */
export function createAcceptWebhook(ctx: ConversationService): AcceptWebhook {
  const store = createPayloadStore(ctx)
  const backlog = createBacklog(ctx)
  return async (channel, account, request) => {
    const known = accountOf(ctx, channel, account)
    if (!known || !adapterOf(channel).capabilities.webhooks) return 'unknown account'
    const adapter = adapterOf(channel)
    if (!adapter.verify(request, known)) return 'wrong signature'
    if (!backlog.admit(laneOf(adapter.mediaType))) {
      return { comeAgainSec: 1 + Math.floor(Math.random() * maxComeAgainSec) }
    }
    return store(newPayload(ctx, adapter, known, request.rawBody))
  }
}

function newPayload(
  ctx: ConversationService,
  adapter: ChannelAdapter,
  { channel, account }: AccountBase,
  rawBody: Buffer,
): RawPayload {
  const parsed = tryParse(adapter, rawBody)
  const _id = newId()
  const parts = partsOf(ctx, `${channel}:${account}`, parsed.events)
  const pending = parts.some((part) => part.state === 'PENDING')
  const now = ctx.now()
  return {
    _id,
    channel,
    account,
    sourceId: parsed.deliveryId ?? `sha256:${createHash('sha256').update(rawBody).digest('hex')}`,
    lane: laneOf(adapter.mediaType),
    body: payloadBox(ctx.config).seal(rawBody, `raw-payload/${_id}`),
    state: pending ? 'PENDING' : 'IGNORED',
    parts,
    receivedAt: now,
    purgeAt: pending ? null : new Date(now.getTime() + ctx.config.RAW_PAYLOAD_HOURS * 3_600_000),
  }
}

/** A body that can not be read is kept all the same; its lane will say what is wrong and make it a dead letter. */
function tryParse(adapter: ChannelAdapter, rawBody: Buffer): ParsedWebhook {
  try {
    return adapter.parse(rawBody)
  } catch {
    return { events: [{ type: 'unreadable', reason: 'the body' }] }
  }
}

/** One part for each line of conversation that the payload concerns, in order; what is ignored is settled at once. */
function partsOf(ctx: ConversationService, account: string, events: readonly ChannelEvent[]): PayloadPart[] {
  const parts = new Map<string, PayloadPart>()
  const ignored = new Set<string>()
  for (const event of events) {
    if (event.type === 'ignored') {
      ignored.add(event.reason)
      continue
    }
    const key = event.type === 'unreadable' ? unreadableKey(account) : lineKey(account, event)
    const shard = shardOf(key, ctx.config.INTAKE_SHARDS)
    parts.set(key, { key, shard, state: 'PENDING', attempts: 0, retryAt: null, reason: null })
  }
  if (ignored.size > 0 || parts.size === 0) {
    const reason = [...ignored].slice(0, 10).join(', ') || 'EMPTY'
    parts.set('ignored', { key: 'ignored', shard: 0, state: 'IGNORED', attempts: 0, retryAt: null, reason })
  }
  return [...parts.values()]
}
