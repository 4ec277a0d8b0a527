import { Pool } from 'undici'
import { signatureHeaders } from '../../../subgraphs/conversation/testkit/accounts.ts'
import { telegramText } from '../../../subgraphs/conversation/testkit/payloads.ts'

/** When each contact was first sent and acknowledged, by its number. */
export interface SentContacts {
  sentAtMs: Float64Array
  acceptedAtMs: Float64Array
  /** Answers of 503: sent again after the wait that the answer asks for. */
  refused: number
}

/** What a sender does. */
export interface Sending {
  url: string
  contacts: number
  /** Contacts that begin each second; 0 sends as fast as they are taken. */
  ratePerSec: number
  /** Webhooks on their way at most. */
  atOnce: number
}

/**
 * Sends contacts as Telegram would: each a first message of somebody new, by HTTP, and again when it is answered 503,
 * until it is taken.
 */
export async function sendContacts({ url, contacts, ratePerSec, atOnce }: Sending): Promise<SentContacts> {
  const pool = new Pool(url, { connections: atOnce, pipelining: 1 })
  const sent: SentContacts = {
    sentAtMs: new Float64Array(contacts),
    acceptedAtMs: new Float64Array(contacts),
    refused: 0,
  }
  let next = 0
  const beganAt = performance.now()
  const sender = async (): Promise<void> => {
    for (;;) {
      const at = next++
      if (at >= contacts) return
      if (ratePerSec > 0) await waitUntil(beganAt + (at * 1_000) / ratePerSec)
      // A sender that is late counts from the instant at which it should have sent.
      sent.sentAtMs[at] = ratePerSec > 0 ? beganAt + (at * 1_000) / ratePerSec : performance.now()
      await send(pool, at, sent)
      sent.acceptedAtMs[at] = performance.now()
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, sender))
  } finally {
    await pool.close()
  }
  return sent
}

async function send(pool: Pool, at: number, sent: SentContacts): Promise<void> {
  const body = JSON.stringify(telegramText(at + 1, 'Where is my parcel?', at + 1))
  const headers = { 'content-type': 'application/json', ...signatureHeaders('telegram', body) }
  for (;;) {
    const answer = await pool.request({ path: '/hooks/telegram/main', method: 'POST', headers, body })
    await answer.body.dump()
    if (answer.statusCode === 200) return
    if (answer.statusCode !== 503) throw new Error(`a webhook was answered ${answer.statusCode}`)
    sent.refused += 1
    await waitUntil(performance.now() + Number(answer.headers['retry-after'] ?? 1) * 1_000)
  }
}

async function waitUntil(atMs: number): Promise<void> {
  const waitMs = atMs - performance.now()
  if (waitMs > 0.5) await new Promise((resolve) => setTimeout(resolve, waitMs))
}
