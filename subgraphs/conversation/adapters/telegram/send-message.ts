import { z } from 'zod'
import type { OutboundText, SendOutcome } from '../contract.ts'
import { postJson, retryAfterMs } from '../contract-http.ts'

const taken = z.object({ ok: z.literal(true), result: z.looseObject({ message_id: z.number() }) })
const refused = z.looseObject({
  description: z.string().optional(),
  parameters: z.looseObject({ retry_after: z.number().optional() }).optional(),
})

/** https://core.telegram.org/bots/api#sendmessage */
export async function sendMessage(
  message: OutboundText,
  { apiUrl, token }: { apiUrl: string; token: string },
): Promise<SendOutcome> {
  const body = JSON.stringify({ chat_id: chatId(message.recipient), text: message.text })
  const answer = await postJson(`${apiUrl}/bot${token}/sendMessage`, body)
  if ('kind' in answer) return answer
  const success = taken.safeParse(answer.body)
  if (answer.status < 300 && success.success) {
    return { kind: 'sent', sourceId: `${message.recipient}:${success.data.result.message_id}` }
  }
  const failure = refused.safeParse(answer.body)
  const { description = '', parameters } = failure.success ? failure.data : {}
  if (answer.status === 429) {
    const asked = parameters?.retry_after === undefined ? undefined : parameters.retry_after * 1_000
    const afterMs = asked ?? retryAfterMs(answer.headers)
    return {
      kind: 'retry',
      reason: 'Telegram asks for patience.',
      ...(afterMs === undefined ? {} : { afterMs }),
    }
  }
  if (answer.status < 300 || answer.status >= 500) {
    return { kind: 'retry', reason: `Telegram could not take it (${answer.status}).` }
  }
  return { kind: 'refused', reason: reasonFor(answer.status, description) }
}

/** A chat's id is a number; a public channel's is a name. */
function chatId(recipient: string): number | string {
  return /^-?\d{1,15}$/.test(recipient) ? Number(recipient) : recipient
}

function reasonFor(status: number, description: string): string {
  if (/blocked by the user/i.test(description)) {
    return 'The customer has blocked our bot on Telegram. Reach them on another channel.'
  }
  if (/user is deactivated/i.test(description)) {
    return 'This Telegram account no longer exists. Reach the customer on another channel.'
  }
  if (/chat not found|kicked|not a member/i.test(description)) {
    return 'Telegram no longer lets us write to this chat. Reach the customer on another channel.'
  }
  if (status === 401 || status === 404) {
    return "Telegram does not accept our bot's token. Ask an administrator to renew it."
  }
  return `Telegram refused the message (${status}). Change it and send it again.`
}
