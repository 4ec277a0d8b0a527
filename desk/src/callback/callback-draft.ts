import type { RequestCallbackInput } from '../generated/operations.ts'

/** What a form for calling back holds. */
export interface CallbackDraft {
  when: 'SOON' | 'AT'
  /** In this machine's zone, as a field for date and time holds it. */
  at: string
  /** Another number than the contact's own. */
  phone: string
  sameAgent: boolean
}

const international = /^\+[1-9]\d{6,14}$/

/** A number as it is sent, without what people write between digits; undefined where it is none, null for none given. */
export function phoneOf(written: string): string | null | undefined {
  const digits = written.replaceAll(/[\s()./-]/g, '')
  if (digits === '') return null
  return international.test(digits) ? digits : undefined
}

/** What is sent; undefined while the number or the instant is none. */
export function callbackInput(workItemId: string, draft: CallbackDraft): RequestCallbackInput | undefined {
  const phone = phoneOf(draft.phone)
  const at = draft.when === 'AT' ? new Date(draft.at) : undefined
  if (phone === undefined || (at && Number.isNaN(at.getTime()))) return undefined
  return { workItemId, at: at?.toISOString() ?? null, phone, sameAgent: draft.sameAgent }
}
