/** A Telegram update with one text. */
export function telegramText(updateId: number, text: string, chatId = 42) {
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1_767_224_888,
      chat: { id: chatId, type: 'private', first_name: 'Mei' },
      from: { id: chatId, is_bot: false, first_name: 'Mei', language_code: 'zh-hans' },
      text,
    },
  }
}

/** A WhatsApp webhook with these messages or statuses. */
export function whatsappWebhook(value: { messages?: unknown[]; statuses?: unknown[] }) {
  return {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '493012345', phone_number_id: '1001' },
              contacts: [{ profile: { name: 'Ada' }, wa_id: '4915112345678' }],
              ...value,
            },
          },
        ],
      },
    ],
  }
}

/** A text within a WhatsApp webhook. */
export function whatsappText(id: string, text: string, from = '4915112345678') {
  return { from, id, timestamp: '1767224888', type: 'text', text: { body: text } }
}

/** One event of a call. */
export function callEvent(
  callId: string,
  type: 'ringing' | 'answered' | 'ended',
  more: Record<string, unknown> = {},
) {
  const at = {
    ringing: '2026-01-05T10:00:00.000Z',
    answered: '2026-01-05T10:00:09.000Z',
    ended: '2026-01-05T10:05:00.000Z',
  }
  return {
    eventId: `${callId}-${type}`,
    callId,
    type,
    from: '+4930123456',
    to: '+493012345',
    at: at[type],
    ...more,
  }
}
