import { createHash } from 'node:crypto'
import { within } from '#platform/waiting/within.ts'
import { addressBlock } from './address-block.ts'
import { rateLimited } from './errors.ts'
import type { IdentityContext } from './identity-context.ts'

/** Wrong passwords that cost nothing: from one address tightly, over all addresses loosely. */
const freeFailures = { fromHere: 5, anywhere: 100 }
const longestLockMs = 5 * 60_000
const forgetAfterMs = 60 * 60_000
const familiarMs = 30 * 24 * 60 * 60_000
const storeMs = 3_000

/** One more failure for each pair of keys; beyond the free ones a lock that doubles each time: 1 s, 2 s, 4 s … */
const failScript = `
for at = 1, 2 do
  local count = redis.call('INCR', KEYS[at * 2 - 1])
  redis.call('PEXPIRE', KEYS[at * 2 - 1], ARGV[2])
  local beyond = count - tonumber(ARGV[at + 2])
  if beyond > 0 then
    local lock = math.min(1000 * 2 ^ (math.min(beyond, 20) - 1), tonumber(ARGV[1]))
    redis.call('SET', KEYS[at * 2], '1', 'PX', string.format('%d', lock))
  end
end`

const digest = (...parts: string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)

function keysOf(ctx: IdentityContext, email: string, address: string) {
  const base = `{${ctx.config.NAME_PREFIX}}:router:sign-in`
  const here = `${base}:${digest(email, addressBlock(address))}`
  const anywhere = `${base}:${digest(email)}`
  return {
    here: [`${here}:failures`, `${here}:lock`],
    anywhere: [`${anywhere}:failures`, `${anywhere}:lock`],
    familiar: `${here}:familiar`,
  } as const
}

/**
 * Refuses while an e-mail is locked, whether an account has it or not: for the address that guesses, and after many
 * failures for all addresses but those from which its owner has signed in before. So nobody can lock somebody else
 * out, and many addresses together guess no faster than one.
 * @throws RATE_LIMITED
 */
export async function refuseWhileLocked(ctx: IdentityContext, email: string, address: string): Promise<void> {
  const { here, anywhere, familiar } = keysOf(ctx, email, address)
  const [hereMs, anywhereMs, known] = await within(
    storeMs,
    'reading a lock',
    Promise.all([ctx.valkey.pttl(here[1]), ctx.valkey.pttl(anywhere[1]), ctx.valkey.exists(familiar)]),
  )
  const leftMs = known ? hereMs : Math.max(hereMs, anywhereMs)
  if (leftMs > 0) throw rateLimited({ retryAfterSec: Math.ceil(leftMs / 1000) })
}

/** Counts a wrong password. */
export async function countFailure(ctx: IdentityContext, email: string, address: string): Promise<void> {
  const { here, anywhere } = keysOf(ctx, email, address)
  const { fromHere, anywhere: fromAnywhere } = freeFailures
  const bounds = [longestLockMs, forgetAfterMs, fromHere, fromAnywhere]
  await within(storeMs, 'counting a failure', ctx.valkey.eval(failScript, 4, ...here, ...anywhere, ...bounds))
}

/** After a right password: forgets the failures from this address, which the owner's account is known at now. */
export async function forgetFailures(ctx: IdentityContext, email: string, address: string): Promise<void> {
  const { here, familiar } = keysOf(ctx, email, address)
  const done = Promise.all([ctx.valkey.del(...here), ctx.valkey.set(familiar, '1', 'PX', familiarMs)])
  await within(storeMs, 'forgetting failures', done)
}
