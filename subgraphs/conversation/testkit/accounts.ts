import { createHmac } from 'node:crypto'

const secrets = { telegram: 'telegram-secret', whatsapp: 'whatsapp-app-secret', phone: 'phone-shared-secret' }
export type SignedChannel = keyof typeof secrets

/** CHANNEL_ACCOUNTS of a subgraph under test; its providers listen at this address. */
export function testAccounts(providerUrl = 'http://127.0.0.1:9', account = 'main'): string {
  return JSON.stringify([
    {
      channel: 'telegram',
      account,
      secret: secrets.telegram,
      token: '1:t',
      apiUrl: `${providerUrl}/telegram`,
    },
    {
      channel: 'whatsapp',
      account,
      secret: secrets.whatsapp,
      verifyToken: 'verify-me',
      phoneNumberId: '1001',
      token: 'w',
      apiUrl: `${providerUrl}/whatsapp`,
    },
    { channel: 'phone', account, secret: secrets.phone, apiUrl: `${providerUrl}/phone` },
  ])
}

/** The headers by which the provider proves itself for this body. */
export function signatureHeaders(
  channel: SignedChannel,
  body: string,
  { secret = secrets[channel], atSec = Math.floor(Date.now() / 1_000) } = {},
): Record<string, string> {
  const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  if (channel === 'telegram') return { 'x-telegram-bot-api-secret-token': secret }
  if (channel === 'whatsapp') return { 'x-hub-signature-256': `sha256=${hmac(body)}` }
  return { 'x-throughline-signature': `t=${atSec},v1=${hmac(`${atSec}.${body}`)}` }
}

/** Posts a signed webhook as the provider would; gives the status. */
export async function postSigned(
  url: string,
  channel: SignedChannel,
  payload: unknown,
  options: { secret?: string; atSec?: number; account?: string } = {},
): Promise<number> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const response = await fetch(`${url}/hooks/${channel}/${options.account ?? 'main'}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signatureHeaders(channel, body, options) },
    body,
  })
  await response.arrayBuffer()
  return response.status
}
