import { afterAll, beforeAll, expect, test } from 'vitest'
import { quantile } from '../../bench/quantile.ts'
import { type ContactSystem, startContactSystem } from '../../load/contacts/contact-system.ts'
import type { ReservedContact } from '../../load/contacts/reserved-contacts.ts'
import { runSocialBurst } from '../../load/contacts/social-burst.ts'

/** So few that the burst meets the bound on any machine. */
const backlog = 100

let system: ContactSystem
beforeAll(async () => {
  system = await startContactSystem({
    agents: 4,
    whole: true,
    givenStores: true,
    env: { INTAKE_BACKLOG_SOCIAL: String(backlog) },
  })
}, 120_000)
afterAll(() => system?.stop())

const share = (contacts: readonly ReservedContact[], of: number) =>
  quantile(
    contacts.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b),
    of,
  )
const ms = (value: number) => `${value.toFixed(0)} ms`
const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1)

test('ten times the social traffic: calls go ahead, nothing is lost, memory stays flat', async () => {
  const plan = { calmSec: 3, burstSec: 5, socialPerSec: 20, callsPerSec: 4, atOnce: 400 }
  const { calm, burst, memory } = await runSocialBurst(system, plan)

  // Every contact has a session and a reservation, or this was not reached: nothing that was sent is lost.
  expect(burst.social).toHaveLength(plan.burstSec * plan.socialPerSec * 10)
  const refused = burst.social.filter(({ refusals }) => refusals > 0)
  expect(refused.length, 'the full lane sent senders away').toBeGreaterThan(0)
  expect([...calm.calls, ...burst.calls].filter(({ refusals }) => refusals > 0)).toEqual([])
  expect(burst.calls).toHaveLength(plan.burstSec * plan.callsPerSec)

  console.log(
    `call to reservation, p50 and p99: calm ${ms(share(calm.calls, 0.5))}, ${ms(share(calm.calls, 0.99))}; ` +
      `burst ${ms(share(burst.calls, 0.5))}, ${ms(share(burst.calls, 0.99))}. ` +
      `Social in the burst: ${ms(share(burst.social, 0.5))}, ${ms(share(burst.social, 0.99))}; ` +
      `${refused.length} of ${burst.social.length} came again after 503.`,
  )
  expect(share(burst.calls, 0.9), 'nine of ten calls').toBeLessThan(share(burst.social, 0.5))

  for (const [name, { beforeBytes, afterBytes }] of Object.entries(memory)) {
    console.log(
      `memory of ${name}: ${megabytes(beforeBytes)} MB before, ${megabytes(afterBytes)} MB after the burst`,
    )
    expect(afterBytes, name).toBeLessThan(beforeBytes * 1.5)
  }
}, 400_000)
