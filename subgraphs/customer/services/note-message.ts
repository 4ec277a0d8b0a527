import type { ClientSession } from 'mongoose'
import type { z } from 'zod'
import type { ServiceContext } from '#platform/service/service-context.ts'
import type { messageRecorded } from '#schema/events/message-recorded.ts'
import { Customers } from '../models/customer.ts'
import { Touchpoints } from '../models/touchpoint.ts'
import { previewOf } from './preview-of.ts'

/**
 * Learns from a customer's message when they were last here and what their first words were. Messages may come in any
 * order, and before their session's beginning.
 */
export async function noteMessage(
  ctx: ServiceContext,
  { sessionId, sequence, author, text, sentAt }: z.output<(typeof messageRecorded)['payload']>,
  session: ClientSession,
): Promise<void> {
  if (author !== 'CUSTOMER') return
  const preview = previewOf(text)
  // Of documents, $min takes the one whose first field is less: the earlier message.
  const touchpoint = await Touchpoints(ctx.db)
    .findOneAndUpdate(
      { _id: sessionId },
      { $max: { lastMessageAt: sentAt }, ...(preview ? { $min: { first: { sequence, preview } } } : {}) },
      { session, upsert: true, returnDocument: 'after' },
    )
    .lean()
  if (!touchpoint?.customerId) return
  await Customers(ctx.db).updateOne(
    { _id: touchpoint.customerId },
    { $max: { lastSeenAt: sentAt } },
    { session },
  )
}
