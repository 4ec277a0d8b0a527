import { randomUUID } from 'node:crypto'
import { GraphClient } from '../graph-client.ts'
import { Answers } from './answers.ts'
import { accountOf, type ContactOutcome, type ContactSetting, converse } from './contact.ts'

const send = `mutation ($input: SendVisitorMessageInput!) {
  sendVisitorMessage(input: $input) { conversation { id } message { id cursor } userErrors { code message } } }`
const live = `subscription ($id: ID!, $after: String) {
  messageAdded(conversationId: $id, after: $after) { text author { purpose } } }`

interface Sent {
  sendVisitorMessage: {
    conversation?: { id: string }
    message?: { cursor: string }
    userErrors: Array<{ code: string; message: string }>
  }
}

/** A visitor of a page: the widget's own protocol, token and live topic included. */
export async function contactByWebChat(setting: ContactSetting): Promise<ContactOutcome> {
  const { account } = accountOf(setting, 'web-chat')
  const response = await fetch(`${setting.baseUrl}/auth/visitor`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  })
  if (!response.ok) throw new Error(`no visitor token: ${response.status}`)
  const { token } = (await response.json()) as { token: string }
  const client = new GraphClient(setting.baseUrl, token)
  const answers = new Answers()
  let leave: (() => void) | undefined
  try {
    return await converse(
      setting,
      'web-chat',
      async (text) => {
        const { sendVisitorMessage: sent } = await client.request<Sent>(send, {
          input: {
            account,
            text,
            clientMessageId: randomUUID(),
            locale: setting.script.locale,
            domain: setting.script.domain,
          },
        })
        if (!sent.conversation || !sent.message)
          throw new Error(sent.userErrors.map((error) => error.message).join('; '))
        leave ??= client.subscribe<{ messageAdded: { text: string; author: { purpose: string } } }>(
          live,
          { id: sent.conversation.id, after: sent.message.cursor },
          ({ messageAdded }) => {
            if (messageAdded.author.purpose === 'AGENT') answers.add(messageAdded.text)
          },
          (error) => console.error(`web chat ${setting.person}:`, error),
        )
      },
      () => answers.next(setting.patienceMs),
    )
  } finally {
    leave?.()
    await client.close()
  }
}
