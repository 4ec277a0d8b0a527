import { createHash } from 'node:crypto'
import { within } from '#platform/waiting/within.ts'
import { rateLimited } from './errors.ts'
import type { IdentityContext } from './identity-context.ts'

const freeFailures = 5
const longestLockMs = 5 * 60_000
const forgetAfterMs = 60 * 60_000
const storeMs = 3_000

/** One more failure; from the sixth on a lock that doubles each time: 1 s, 2 s, 4 s … five minutes. */
const failScript = `
local count = redis.call('INCR', KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
local beyond = count - tonumber(ARGV[1])
if beyond > 0 then
  local lock = math.min(1000 * 2 ^ (math.min(beyond, 20) - 1), tonumber(ARGV[2]))
  redis.call('SET', KEYS[2], '1', 'PX', string.format('%d', lock))
end
return count`

function keysOf(ctx: IdentityContext, email: string): [failures: string, lock: string] {
  const digest = createHash('sha256').update(email).digest('base64url').slice(0, 22)
  const base = `{${ctx.config.NAME_PREFIX}}:router:sign-in:${digest}`
  return [`${base}:failures`, `${base}:lock`]
}

/**
 * Refuses while an e-mail is locked, whether an account has it or not.
 * @throws RATE_LIMITED
 */
export async function refuseWhileLocked(ctx: IdentityContext, email: string): Promise<void> {
  const [, lock] = keysOf(ctx, email)
  const leftMs = await within(storeMs, 'reading a lock', ctx.valkey.pttl(lock))
  if (leftMs > 0) throw rateLimited({ retryAfterSec: Math.ceil(leftMs / 1000) })
}

/** Counts a wrong password. */
export async function countFailure(ctx: IdentityContext, email: string): Promise<void> {
  const keys = keysOf(ctx, email)
  await within(
    storeMs,
    'counting a failure',
    ctx.valkey.eval(failScript, 2, ...keys, freeFailures, longestLockMs, forgetAfterMs),
  )
}

/** Forgets the failures after a right password. */
export async function forgetFailures(ctx: IdentityContext, email: string): Promise<void> {
  await within(storeMs, 'forgetting failures', ctx.valkey.del(...keysOf(ctx, email)))
}
