import { type DeadLetter, listDeadLetters, replayDeadLetter } from '#platform/events/dead-letters.ts'
import { type Connection, connection, type PageArguments, pageOf } from '#platform/graph/connection.ts'
import { requireStaff } from '#platform/identity/viewer.ts'
import type { ConversationContext } from '../../context.ts'
import { payloadReplay } from '../intake/payload-replay.ts'

/** A dead letter in the graph's words; what it holds stays in the store. */
export interface KnownDeadLetter {
  id: string
  kind: string
  source: string
  reason: string
  attempts: number
  failedAt: Date
  replayedAt: Date | null
}

/** What could not be processed, newest first; for supervisors. */
export async function deadLetters(
  ctx: ConversationContext,
  args: PageArguments,
): Promise<Connection<KnownDeadLetter>> {
  requireStaff(ctx.viewer, 'supervisor')
  const page = pageOf(args)
  const rows = await listDeadLetters(ctx, page)
  return connection(rows.map(inWords), page, (row) => [row.failedAt, row.id])
}

/** Puts one back to work. @throws NOT_FOUND */
export async function replay(ctx: ConversationContext, id: string): Promise<KnownDeadLetter> {
  requireStaff(ctx.viewer, 'supervisor')
  return inWords(await replayDeadLetter(ctx, id))
}

function inWords(letter: DeadLetter): KnownDeadLetter {
  const inbound =
    letter.source === payloadReplay.name ? payloadReplay.payload.safeParse(letter.data) : undefined
  const account = inbound?.success ? (inbound.data as { account: string }).account : undefined
  const { _id: id, reason, attempts, failedAt, replayedAt } = letter
  return {
    id,
    kind: account ? 'inbound payload' : letter.kind.toLowerCase(),
    source: account ?? letter.source,
    reason,
    attempts,
    failedAt,
    replayedAt,
  }
}
