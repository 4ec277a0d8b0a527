import { createHmac } from 'node:crypto'
import { Answers } from './answers.ts'
import { accountOf, type ContactOutcome, type ContactSetting, converse, postWebhook } from './contact.ts'

/** A person on WhatsApp: signed Cloud API webhooks in, answers by the Cloud API out. */
export async function contactByWhatsapp(setting: ContactSetting): Promise<ContactOutcome> {
  const account = accountOf(setting, 'whatsapp')
  const number = `4915${String(100_000_000 + (setting.person % 900_000_000)).slice(0, 9)}`
  const answers = new Answers()
  const listen = (channel: string, address: string, text: string) => {
    if (channel === 'whatsapp' && address.replace(/^\+/, '') === number) answers.add(text)
  }
  setting.providers.on('message', listen)
  let count = 0
  try {
    return await converse(
      setting,
      'whatsapp',
      (text) => {
        const body = JSON.stringify({
          object: 'whatsapp_business_account',
          entry: [
            {
              id: 'simulator',
              changes: [
                {
                  field: 'messages',
                  value: {
                    messaging_product: 'whatsapp',
                    metadata: {
                      display_phone_number: '493012345',
                      phone_number_id: account.phoneNumberId ?? '1',
                    },
                    contacts: [{ profile: { name: `Sim ${setting.person}` }, wa_id: number }],
                    messages: [
                      {
                        from: number,
                        id: `wamid.in.${setting.person}.${++count}`,
                        timestamp: String(Math.floor(Date.now() / 1000)),
                        type: 'text',
                        text: { body: text },
                      },
                    ],
                  },
                },
              ],
            },
          ],
        })
        const signature = createHmac('sha256', account.secret).update(body).digest('hex')
        return postWebhook(`${setting.baseUrl}/hooks/whatsapp/${account.account}`, body, {
          'x-hub-signature-256': `sha256=${signature}`,
        })
      },
      () => answers.next(setting.patienceMs),
    )
  } finally {
    setting.providers.off('message', listen)
  }
}
