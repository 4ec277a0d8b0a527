import { Pool } from 'undici'
import { type ContactWebhook, requestOf } from './contact-webhook.ts'

/** What became of the sending of one contact. */
export interface SentContact {
  key: string
  /** When it should have been sent first; a sender that is late is part of what is measured. */
  sentAtMs: number
  acceptedAtMs: number
  /** Answers of 503: sent again after the wait that the answer asks for. */
  refusals: number
}

/** What a sender does. */
export interface Sending {
  url: string
  contacts: number
  /** Contacts that begin each second; 0 sends as fast as they are taken. */
  ratePerSec: number
  /** Webhooks on their way at most. */
  atOnce: number
  contact(at: number): ContactWebhook
}

/** Sends contacts as providers do: by HTTP, and again when they are answered 503, until each is taken. */
export async function sendContacts(sending: Sending): Promise<SentContact[]> {
  const { url, contacts, ratePerSec, atOnce, contact } = sending
  const pool = new Pool(url, { connections: atOnce, pipelining: 1 })
  const sent: SentContact[] = []
  let next = 0
  const beganAt = performance.now()
  const sender = async (): Promise<void> => {
    for (let at = next++; at < contacts; at = next++) {
      const dueAt = beganAt + (at * 1_000) / ratePerSec
      if (ratePerSec > 0) await waitUntil(dueAt)
      const webhook = contact(at)
      const sentAtMs = ratePerSec > 0 ? dueAt : performance.now()
      const refusals = await send(pool, webhook)
      sent.push({ key: webhook.key, sentAtMs, acceptedAtMs: performance.now(), refusals })
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, sender))
  } finally {
    await pool.close()
  }
  return sent
}

/** @returns how often it was refused before it was taken */
async function send(pool: Pool, webhook: ContactWebhook): Promise<number> {
  for (let refusals = 0; ; refusals++) {
    const answer = await pool.request(requestOf(webhook))
    await answer.body.dump()
    if (answer.statusCode === 200) return refusals
    if (answer.statusCode !== 503) throw new Error(`a webhook was answered ${answer.statusCode}`)
    await waitUntil(performance.now() + Number(answer.headers['retry-after'] ?? 1) * 1_000)
  }
}

async function waitUntil(atMs: number): Promise<void> {
  const waitMs = atMs - performance.now()
  if (waitMs > 0.5) await new Promise((resolve) => setTimeout(resolve, waitMs))
}
