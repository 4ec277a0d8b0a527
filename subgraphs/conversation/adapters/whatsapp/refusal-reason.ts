/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes: those that ask for patience. */
export const patienceCodes: ReadonlySet<number> = new Set([4, 80007, 130429, 131016, 131048, 131056, 133016])

const reasons: Readonly<Record<number, string>> = {
  131047:
    'More than 24 hours have passed since the customer wrote. WhatsApp then takes only an approved template.',
  131026: 'This number can not receive WhatsApp messages. Reach the customer on another channel.',
  131050: 'The customer has stopped messages from us on WhatsApp. Reach them on another channel.',
  131051: 'WhatsApp does not carry this kind of message. Send it as text.',
  130472: 'WhatsApp holds this message back as part of an experiment. Reach the customer on another channel.',
  131042: 'Our WhatsApp account has a payment problem. Ask an administrator to look at it.',
  131031: 'Our WhatsApp account is locked. Ask an administrator to look at it.',
  190: 'WhatsApp does not accept our token. Ask an administrator to renew it.',
  10: 'Our token may not send on this number. Ask an administrator to look at it.',
}

/** Words an agent can act on, for one of Meta's error codes. */
export function refusalReason(code: number | undefined): string {
  if (code === undefined) return 'WhatsApp refused the message.'
  return reasons[code] ?? `WhatsApp refused the message (error ${code}).`
}
