import type { ChannelEvent, ChannelPerson } from '../contract-events.ts'
import { normalLocale } from '../contract-locale.ts'
import { readContent, serviceNote } from './read-content.ts'
import type {
  TelegramCallbackQuery,
  TelegramChat,
  TelegramMessage,
  TelegramReaction,
  TelegramUpdate,
  TelegramUser,
} from './update.ts'

/** What one update says. Kinds of update that carry nothing from a customer are ignored by name. */
export function readUpdate(update: TelegramUpdate): ChannelEvent {
  const message = update.message ?? update.channel_post ?? update.business_message
  if (message) return readMessage(message)
  const edited = update.edited_message ?? update.edited_channel_post ?? update.edited_business_message
  if (edited) return readEdit(edited, update.update_id)
  if (update.callback_query) return readCallback(update.callback_query, update.update_id)
  if (update.message_reaction) return readReaction(update.message_reaction, update.update_id)
  const kind = Object.keys(update).find((key) => key !== 'update_id') ?? 'empty'
  return { type: 'ignored', reason: /^[a-z_]{1,40}$/.test(kind) ? kind.toUpperCase() : 'UNKNOWN_UPDATE' }
}

function readMessage(message: TelegramMessage): ChannelEvent {
  if (message.from?.is_bot && message.chat.type === 'private')
    return { type: 'ignored', reason: 'FROM_A_BOT' }
  const note = serviceNote(message)
  if (note) return { type: 'ignored', reason: note.toUpperCase() }
  return {
    type: 'message',
    person: personOf(message.chat, message.from),
    sourceId: messageId(message.chat, message.message_id),
    sentAt: new Date(message.date * 1_000),
    ...readContent(message),
  }
}

function readEdit(message: TelegramMessage, updateId: number): ChannelEvent {
  return {
    type: 'edit',
    person: personOf(message.chat, message.from),
    sourceId: messageId(message.chat, message.message_id),
    editSourceId: `edit:${updateId}`,
    editedAt: new Date((message.edit_date ?? message.date) * 1_000),
    ...readContent(message),
  }
}

function readCallback(query: TelegramCallbackQuery, updateId: number): ChannelEvent {
  // Pressed in a chat that the bot can not see (an inline result), it has no line to belong to.
  if (!query.message) return { type: 'ignored', reason: 'CALLBACK_WITHOUT_CHAT' }
  return {
    type: 'message',
    person: personOf(query.message.chat, query.from),
    sourceId: `callback:${updateId}`,
    kind: 'BUTTON_REPLY',
    text: query.data ?? '',
  }
}

function readReaction(reaction: TelegramReaction, updateId: number): ChannelEvent {
  return {
    type: 'message',
    person: personOf(reaction.chat, reaction.user),
    sourceId: `reaction:${updateId}`,
    sentAt: new Date(reaction.date * 1_000),
    kind: 'REACTION',
    text: reaction.new_reaction.map(({ emoji }) => emoji ?? '').join(''),
  }
}

/** Ids of messages count within their chat. */
function messageId(chat: TelegramChat, id: number): string {
  return `${chat.id}:${id}`
}

function personOf(chat: TelegramChat, from: TelegramUser | undefined): ChannelPerson {
  const personal = chat.type === 'private'
  const named = personal ? (from ?? chat) : chat
  const fullName = [named.first_name, named.last_name].filter(Boolean).join(' ')
  const displayName = (personal ? fullName : chat.title) || named.username
  const locale = normalLocale(from?.language_code)
  return {
    sourceId: String(chat.id),
    personal,
    ...(displayName ? { displayName } : {}),
    ...(locale ? { locale } : {}),
  }
}
