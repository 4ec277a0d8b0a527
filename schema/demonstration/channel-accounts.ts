import { randomBytes } from 'node:crypto'

/** An account of the demonstration organisation on a channel, as the conversation subgraph's CHANNEL_ACCOUNTS has it. */
export type DemonstrationAccount = ReturnType<typeof demonstrationAccounts>[number]

/**
 * One account on each open channel, with fresh secrets. Their providers are played by the simulator.
 * @param providersUrl where the providers' APIs are
 */
export function demonstrationAccounts(providersUrl: string) {
  const secret = () => randomBytes(24).toString('base64url')
  return [
    {
      channel: 'telegram',
      account: 'main',
      secret: secret(),
      token: `1:${secret()}`,
      apiUrl: `${providersUrl}/telegram`,
    },
    {
      channel: 'whatsapp',
      account: 'main',
      secret: secret(),
      verifyToken: secret(),
      phoneNumberId: '493012345',
      token: secret(),
      apiUrl: `${providersUrl}/whatsapp`,
    },
    { channel: 'phone', account: 'main', secret: secret(), apiUrl: `${providersUrl}/phone` },
  ]
}
