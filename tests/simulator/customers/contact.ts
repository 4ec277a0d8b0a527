import type { SimulatedChannel } from '../options.ts'
import type { ProviderServers } from '../provider-servers.ts'
import type { Script } from '../conversation-scripts.ts'

/** A channel account of ours with what its provider needs to sign. */
export interface SimulatedAccount {
  channel: SimulatedChannel
  account: string
  secret: string
  phoneNumberId?: string
}

/** What a simulated customer needs to know of the world. */
export interface ContactSetting {
  baseUrl: string
  accounts: SimulatedAccount[]
  providers: ProviderServers
  patienceMs: number
  script: Script
  /** Distinguishes this person from all others of all runs. */
  person: number
  pauseMs: () => number
}

/** What became of one contact, seen from the customer's side. */
export interface ContactOutcome {
  channel: SimulatedChannel
  sent: number
  received: number
  /** Time until the first answer of a person; absent when the customer gave up first. */
  answeredAfterMs?: number
  failure?: string
}

/** The account of a channel. @throws Error when the system has none */
export function accountOf(setting: ContactSetting, channel: SimulatedChannel): SimulatedAccount {
  const account = setting.accounts.find((candidate) => candidate.channel === channel)
  if (!account)
    throw new Error(`The system has no ${channel} account; leave it out of --mix or configure one`)
  return account
}

/** Posts a provider's webhook. @throws Error when it is not taken */
export async function postWebhook(url: string, body: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`the webhook was answered with ${response.status}`)
}

/**
 * Talks until the thanks are said: sends the opening, waits for each answer, goes on.
 * @param say sends one message of the customer
 * @param nextAnswer gives the agent's next words, or undefined when patience ends
 */
export async function converse(
  setting: ContactSetting,
  channel: SimulatedChannel,
  say: (text: string) => Promise<void>,
  nextAnswer: () => Promise<string | undefined>,
): Promise<ContactOutcome> {
  const outcome: ContactOutcome = { channel, sent: 0, received: 0 }
  const start = Date.now()
  for (const text of [setting.script.opening, setting.script.followUp, setting.script.thanks]) {
    await say(text)
    outcome.sent++
    const answer = await nextAnswer()
    if (answer === undefined)
      return { ...outcome, failure: outcome.received ? 'no further answer' : 'gave up waiting' }
    outcome.received++
    outcome.answeredAfterMs ??= Date.now() - start
    await new Promise((done) => setTimeout(done, setting.pauseMs()))
  }
  return outcome
}
