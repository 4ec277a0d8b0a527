import type { ClientSession } from 'mongoose'
import type {
  CallEvent,
  ChannelEvent,
  EditEvent,
  MessageEvent,
  ReceiptEvent,
} from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import type { RawPayload } from '../../models/raw-payload.ts'
import { adapterOf } from '../line/adapter-of.ts'
import { applyCallEvent } from '../line/apply-call-event.ts'
import { applyEdit } from '../line/apply-edit.ts'
import { applyReceipt } from '../line/apply-receipt.ts'
import { type InboundMessage, recordInbounds } from '../line/record-inbounds.ts'
import type { Unit } from './drain-shard.ts'
import { lineKey, unreadableKey } from './line-key.ts'
import { payloadBox } from './payload-box.ts'

/** The payload can never be processed as it is: trying again is of no use. */
export class UnreadablePayload extends Error {
  override name = 'UnreadablePayload'
}

/** What became of a part: `later` when it waits for something that should come soon. */
export type PartOutcome =
  | { state: 'DONE' }
  | { state: 'IGNORED'; reason: string }
  | { state: 'later'; reason: string }

type LineEvent = MessageEvent | EditEvent | CallEvent | ReceiptEvent

/**
 * Applies parts of payloads in their order, in the given transaction; messages that follow each other together. Parts
 * behind one of the same line that has to wait are left out.
 * @throws UnreadablePayload
 */
export async function applyParts(
  ctx: ConversationService,
  units: readonly Unit[],
  tx: ClientSession,
): Promise<Map<Unit, PartOutcome>> {
  const outcomes = new Map<Unit, PartOutcome>()
  const waiting = new Set<string>()
  let messages: InboundMessage[] = []
  const recordGathered = async () => {
    if (messages.length > 0) await recordInbounds(ctx, messages, tx)
    messages = []
  }
  for (const unit of units) {
    const { channel, account } = unit.payload
    if (waiting.has(unit.part.key)) continue
    let outcome: PartOutcome = { state: 'DONE' }
    for (const event of eventsOf(ctx, unit)) {
      if (event.type === 'message') {
        messages.push({ channel, account, ...event })
        continue
      }
      await recordGathered()
      if (!(await applyOther(ctx, { channel, account, event }, tx))) {
        outcome = { state: 'later', reason: 'RECEIPT_OF_UNKNOWN_MESSAGE' }
      }
    }
    if (outcome.state === 'later') waiting.add(unit.part.key)
    outcomes.set(unit, outcome)
  }
  await recordGathered()
  return outcomes
}

/** @returns false when it has to wait for something else */
async function applyOther(
  ctx: ConversationService,
  { event, ...place }: { channel: string; account: string; event: Exclude<LineEvent, MessageEvent> },
  tx: ClientSession,
): Promise<boolean> {
  if (event.type === 'receipt') return applyReceipt(ctx, { ...place, event }, tx)
  if (event.type === 'edit') await applyEdit(ctx, { ...place, event }, tx)
  else await applyCallEvent(ctx, { ...place, event }, tx)
  return true
}

/** What of a payload concerns the part's line. @throws UnreadablePayload */
function eventsOf(ctx: ConversationService, { payload, part }: Unit): LineEvent[] {
  const accountName = `${payload.channel}:${payload.account}`
  const events = readEvents(ctx, payload)
  if (part.key === unreadableKey(accountName)) {
    const reasons = events.flatMap((event) => (event.type === 'unreadable' ? [event.reason] : []))
    throw new UnreadablePayload(reasons.slice(0, 5).join('; ') || 'it can be read now; replay it')
  }
  return events.filter(
    (event): event is LineEvent =>
      event.type !== 'ignored' && event.type !== 'unreadable' && lineKey(accountName, event) === part.key,
  )
}

function readEvents(ctx: ConversationService, payload: RawPayload): ChannelEvent[] {
  // A driver gives bytes as its own type where a document was read without mongoose's casting.
  const sealed = Buffer.isBuffer(payload.body)
    ? payload.body
    : Buffer.from((payload.body as { buffer: Uint8Array }).buffer)
  const body = payloadBox(ctx.config).open(sealed, `raw-payload/${payload._id}`)
  try {
    return adapterOf(payload.channel).parse(body).events
  } catch (error) {
    // A parser's message may quote the body: only its kind is told.
    throw new UnreadablePayload(
      `the body is not one of ${payload.channel} (${error instanceof Error ? error.name : 'Error'})`,
    )
  }
}
