import type { z } from 'zod'
import type { ChannelEvent, ChannelPerson } from '../contract-events.ts'
import { readContent } from './read-content.ts'
import { refusalReason } from './refusal-reason.ts'
import {
  messagesValue,
  type WhatsappContact,
  type WhatsappMessage,
  type WhatsappStatus,
  whatsappContact,
  whatsappMessage,
  whatsappStatus,
  whatsappWebhook,
} from './webhook.ts'

/**
 * What one webhook says: it may hold many entries, changes, messages and statuses.
 * @throws ZodError when the outer form is wrong
 */
export function readWebhook(body: unknown): ChannelEvent[] {
  const webhook = whatsappWebhook.parse(body)
  return webhook.entry.flatMap((entry) => entry.changes.flatMap(readChange))
}

function readChange({ field, value }: { field: string; value?: unknown }): ChannelEvent[] {
  // Calls through WhatsApp need a media server; until one is connected they are knowingly left out.
  if (field === 'calls') return [{ type: 'ignored', reason: 'WHATSAPP_CALL' }]
  if (field !== 'messages') {
    return [{ type: 'ignored', reason: /^[a-z_]{1,60}$/.test(field) ? field.toUpperCase() : 'UNKNOWN_FIELD' }]
  }
  const read = messagesValue.safeParse(value)
  if (!read.success) return [unreadable('change', read.error)]
  const contacts = (read.data.contacts ?? []).flatMap((entry) => {
    const contact = whatsappContact.safeParse(entry)
    return contact.success ? [contact.data] : []
  })
  const events = [
    ...(read.data.messages ?? []).map((entry) => {
      const message = whatsappMessage.safeParse(entry)
      return message.success ? readMessage(message.data, contacts) : unreadable('message', message.error)
    }),
    ...(read.data.statuses ?? []).map((entry) => {
      const status = whatsappStatus.safeParse(entry)
      return status.success ? readStatus(status.data) : unreadable('status', status.error)
    }),
  ]
  return events.length > 0 ? events : [{ type: 'ignored', reason: 'NOTHING_FOR_US' }]
}

function readMessage(message: WhatsappMessage, contacts: WhatsappContact[]): ChannelEvent {
  const person = personOf(message, contacts)
  if (!person) return { type: 'unreadable', reason: 'message: it has no sender' }
  if (message.type === 'edit' && message.edit) {
    return {
      type: 'edit',
      person,
      sourceId: message.edit.original_message_id,
      editSourceId: message.id,
      editedAt: message.timestamp,
      ...readContent(message.edit.message),
    }
  }
  return { type: 'message', person, sourceId: message.id, sentAt: message.timestamp, ...readContent(message) }
}

const statuses: Readonly<Record<string, 'SENT' | 'DELIVERED' | 'READ' | 'FAILED'>> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'READ',
  // A voice note that was played has been read.
  played: 'READ',
  failed: 'FAILED',
}

function readStatus({ id, status, timestamp, errors }: WhatsappStatus): ChannelEvent {
  const known = Object.hasOwn(statuses, status) ? statuses[status] : undefined
  if (!known) return { type: 'ignored', reason: 'UNKNOWN_STATUS' }
  return {
    type: 'receipt',
    sourceId: id,
    status: known,
    at: timestamp,
    ...(known === 'FAILED' ? { reason: refusalReason(errors?.[0]?.code) } : {}),
  }
}

function personOf(message: WhatsappMessage, contacts: WhatsappContact[]): ChannelPerson | undefined {
  const sourceId = message.from || message.from_user_id
  if (!sourceId) return undefined
  const contact =
    contacts.find(({ wa_id, user_id }) => wa_id === sourceId || user_id === sourceId) ??
    // One contact for one sender: the ids differ when the person shows a business-scoped id or has changed number.
    (contacts.length === 1 ? contacts[0] : undefined)
  const displayName = contact?.profile?.name
  return { sourceId, ...(displayName ? { displayName } : {}) }
}

function unreadable(what: string, error: z.ZodError): ChannelEvent {
  const places = error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || what} ${issue.message}`)
  return { type: 'unreadable', reason: `${what}: ${places.join('; ')}` }
}
