import { z } from 'zod'
import type { OutboundText, SendOutcome } from '../contract.ts'
import { postJson, retryAfterMs } from '../contract-http.ts'
import { patienceCodes, refusalReason } from './refusal-reason.ts'

const taken = z.looseObject({ messages: z.array(z.looseObject({ id: z.string() })).min(1) })
const refused = z.looseObject({ error: z.looseObject({ code: z.number() }) })

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
export async function sendMessage(
  message: OutboundText,
  account: { apiUrl: string; phoneNumberId: string; token: string },
): Promise<SendOutcome> {
  const body = JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: message.recipient,
    type: 'text',
    text: { body: message.text },
    biz_opaque_callback_data: message.messageId,
  })
  const answer = await postJson(`${account.apiUrl}/${account.phoneNumberId}/messages`, body, {
    authorization: `Bearer ${account.token}`,
  })
  if ('kind' in answer) return answer
  const success = taken.safeParse(answer.body)
  if (answer.status < 300 && success.success) {
    const [first] = success.data.messages
    return { kind: 'sent', ...(first ? { sourceId: first.id } : {}) }
  }
  const failure = refused.safeParse(answer.body)
  const code = failure.success ? failure.data.error.code : undefined
  if (answer.status === 429 || (code !== undefined && patienceCodes.has(code))) {
    const afterMs = retryAfterMs(answer.headers)
    return {
      kind: 'retry',
      reason: 'WhatsApp asks for patience.',
      ...(afterMs === undefined ? {} : { afterMs }),
    }
  }
  if (answer.status < 300 || answer.status >= 500) {
    return { kind: 'retry', reason: `WhatsApp could not take it (${answer.status}).` }
  }
  if (answer.status === 401) return { kind: 'refused', reason: refusalReason(190) }
  return { kind: 'refused', reason: refusalReason(code) }
}
