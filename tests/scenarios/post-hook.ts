import { createHmac } from 'node:crypto'
import type { Organisation } from './organisation.ts'

/** Posts a provider's webhook with the provider's own proof, or with the one given, and gives the status. */
export async function postHook(
  organisation: Organisation,
  channel: 'telegram' | 'whatsapp' | 'phone',
  payload: unknown,
  proof: { secret?: string } = {},
): Promise<number> {
  const account = organisation.accounts.find((candidate) => candidate.channel === channel)
  if (!account) throw new Error(`no ${channel} account`)
  const body = JSON.stringify(payload)
  const secret = proof.secret ?? account.secret
  const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  const time = Math.floor(Date.now() / 1000)
  const headers: Record<typeof channel, Record<string, string>> = {
    telegram: { 'x-telegram-bot-api-secret-token': secret },
    whatsapp: { 'x-hub-signature-256': `sha256=${hmac(body)}` },
    phone: { 'x-throughline-signature': `t=${time},v1=${hmac(`${time}.${body}`)}` },
  }
  const response = await fetch(`${organisation.url}/hooks/${channel}/${account.account}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers[channel] },
    body,
  })
  await response.arrayBuffer()
  return response.status
}
