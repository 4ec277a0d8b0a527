import { type AccountRow, Accounts } from './accounts.ts'
import { endSessions } from './end-sessions.ts'
import { sessionEnded } from './errors.ts'
import type { Identity } from './identity.ts'
import type { SignedIn } from './session-tokens.ts'
import { type StaffSessionRow, StaffSessions } from './staff-sessions.ts'

/** Replaced tokens that are remembered; a client refreshes far more seldom than this many times within the grace. */
const remembered = 10

/**
 * Takes a refresh token and gives new ones. Each holds once: one that comes again later than `REFRESH_GRACE` after it
 * was replaced is in two hands, and the session ends for both. Within the grace it gets what its first use got: an
 * answer was lost, or two tabs asked at once.
 * @throws SESSION_ENDED
 */
export async function refreshSession(
  identity: Pick<Identity, 'ctx' | 'tokens' | 'revocations'>,
  token: string,
): Promise<SignedIn> {
  const { ctx, tokens } = identity
  const claim = tokens.readRefresh(token)
  if (!claim) throw sessionEnded()
  const session = (await advance(identity, claim)) ?? (await repeat(identity, claim))
  const account = await Accounts(ctx.db).findById(session.accountId).lean<AccountRow>()
  const stands = account && !account.disabledAt && (account.credential ?? 0) === (session.credential ?? 0)
  if (!stands) throw sessionEnded()
  return tokens.give(account, session)
}

type Parts = Pick<Identity, 'ctx' | 'revocations'>
interface Claim {
  sessionId: string
  generation: number
}

/** Of several who hold the newest token one gets on; nothing for the others. */
async function advance({ ctx }: Parts, { sessionId, generation }: Claim): Promise<StaffSessionRow | null> {
  const now = ctx.now()
  return StaffSessions(ctx.db)
    .findOneAndUpdate(
      { _id: sessionId, generation, expiresAt: { $gt: now } },
      {
        $set: { generation: generation + 1, lastSeenAt: now },
        $push: { superseded: { $each: [{ generation, at: now }], $slice: -remembered } },
      },
      { returnDocument: 'after' },
    )
    .lean<StaffSessionRow>()
}

async function repeat(identity: Parts, { sessionId, generation }: Claim): Promise<StaffSessionRow> {
  const { ctx } = identity
  const session = await StaffSessions(ctx.db).findById(sessionId).lean<StaffSessionRow>()
  if (!session || session.expiresAt <= ctx.now()) throw sessionEnded()
  const replaced = session.superseded?.find((one) => one.generation === generation)
  if (replaced && ctx.now().getTime() - replaced.at.getTime() <= ctx.config.REFRESH_GRACE) return session
  ctx.log.warn({ sessionId, accountId: session.accountId }, 'a used refresh token came again: session ended')
  await endSessions(identity, { _id: sessionId })
  throw sessionEnded()
}
