import { createHash } from 'node:crypto'
import { within } from '#platform/waiting/within.ts'
import { rateLimited } from './errors.ts'
import type { IdentityContext } from './identity-context.ts'

/** Counts and, at the first, starts the window; both in one step, so that no counter stays without an end. */
const countScript = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return { count, redis.call('PTTL', KEYS[1]) }`

const windowMs = 60_000
const storeMs = 3_000

/**
 * Counts one attempt of a kind by an address, over all routers.
 * @param subject what is limited, an address for instance; kept only as a hash
 * @throws RATE_LIMITED when it is more than `perMinute` in the running minute
 */
export async function limitRate(
  ctx: IdentityContext,
  kind: string,
  subject: string,
  perMinute: number,
): Promise<void> {
  const digest = createHash('sha256').update(subject).digest('base64url').slice(0, 22)
  const [count, leftMs] = (await within(
    storeMs,
    'counting attempts',
    ctx.valkey.eval(countScript, 1, `{${ctx.config.NAME_PREFIX}}:router:rate:${kind}:${digest}`, windowMs),
  )) as [number, number]
  if (count > perMinute) throw rateLimited({ retryAfterSec: Math.max(1, Math.ceil(leftMs / 1000)) })
}
