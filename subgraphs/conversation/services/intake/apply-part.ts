import type { ClientSession } from 'mongoose'
import { createSecretBox } from '#platform/identity/secret-box.ts'
import type { ChannelEvent } from '../../adapters/contract-events.ts'
import type { ConversationService } from '../../context.ts'
import type { PayloadPart, RawPayload } from '../../models/raw-payload.ts'
import { adapterOf } from '../line/adapter-of.ts'
import { applyCallEvent } from '../line/apply-call-event.ts'
import { applyEdit } from '../line/apply-edit.ts'
import { applyReceipt } from '../line/apply-receipt.ts'
import { recordInbound } from '../line/record-inbound.ts'
import { lineKey, unreadableKey } from './line-key.ts'

/** The payload can never be processed as it is: trying again is of no use. */
export class UnreadablePayload extends Error {
  override name = 'UnreadablePayload'
}

/** What became of a part: `later` when it waits for something that should come soon. */
export type PartOutcome =
  | { state: 'DONE' }
  | { state: 'IGNORED'; reason: string }
  | { state: 'later'; reason: string }

/** Applies one part of a payload, in the given transaction. @throws UnreadablePayload */
export async function applyPart(
  ctx: ConversationService,
  payload: RawPayload,
  part: PayloadPart,
  tx: ClientSession,
): Promise<PartOutcome> {
  const { channel, account } = payload
  const accountName = `${channel}:${account}`
  const events = readEvents(ctx, payload)
  if (part.key === unreadableKey(accountName)) {
    const reasons = events.flatMap((event) => (event.type === 'unreadable' ? [event.reason] : []))
    throw new UnreadablePayload(reasons.slice(0, 5).join('; ') || 'it can be read now; replay it')
  }
  let outcome: PartOutcome = { state: 'DONE' }
  for (const event of events) {
    if (event.type === 'ignored' || event.type === 'unreadable') continue
    if (lineKey(accountName, event) !== part.key) continue
    if (event.type === 'message') await recordInbound(ctx, { channel, account, ...event }, tx)
    else if (event.type === 'edit') await applyEdit(ctx, { channel, account, event }, tx)
    else if (event.type === 'call') await applyCallEvent(ctx, { channel, account, event }, tx)
    else if (!(await applyReceipt(ctx, { channel, account, event }, tx))) {
      outcome = { state: 'later', reason: 'RECEIPT_OF_UNKNOWN_MESSAGE' }
    }
  }
  return outcome
}

function readEvents(ctx: ConversationService, payload: RawPayload): ChannelEvent[] {
  // A driver gives bytes as its own type where a document was read without mongoose's casting.
  const sealed = Buffer.isBuffer(payload.body)
    ? payload.body
    : Buffer.from((payload.body as { buffer: Uint8Array }).buffer)
  const body = createSecretBox(ctx.config.SECRETS_KEY).open(sealed, `raw-payload/${payload._id}`)
  try {
    return adapterOf(payload.channel).parse(body).events
  } catch (error) {
    // A parser's message may quote the body: only its kind is told.
    throw new UnreadablePayload(
      `the body is not one of ${payload.channel} (${error instanceof Error ? error.name : 'Error'})`,
    )
  }
}
