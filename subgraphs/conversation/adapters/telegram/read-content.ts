import type { ChannelAttachment, ChannelContent, ChannelMessageKind } from '../contract-events.ts'
import type { TelegramFile, TelegramMessage } from './update.ts'

/** Fields that make a message a note of the chat itself, not somebody's words. */
const serviceFields = [
  'new_chat_members left_chat_member new_chat_title new_chat_photo delete_chat_photo group_chat_created',
  'supergroup_chat_created channel_chat_created message_auto_delete_timer_changed migrate_to_chat_id',
  'migrate_from_chat_id pinned_message write_access_allowed proximity_alert_triggered boost_added',
  'chat_background_set forum_topic_created forum_topic_edited forum_topic_closed forum_topic_reopened',
  'general_forum_topic_hidden general_forum_topic_unhidden giveaway_created giveaway_completed',
  'video_chat_scheduled video_chat_started video_chat_ended video_chat_participants_invited connected_website',
]
  .join(' ')
  .split(' ')

/** The name of the service field, when the message is a note of the chat itself. */
export function serviceNote(message: TelegramMessage): string | undefined {
  return serviceFields.find((field) => message[field] !== undefined)
}

/** A Telegram message in the form that all channels share; a kind that we have no form for is UNSUPPORTED. */
export function readContent(message: TelegramMessage): ChannelContent {
  const caption = message.caption ?? ''
  const media = (kind: ChannelMessageKind, file: TelegramFile, fallbackType?: string): ChannelContent => ({
    kind,
    text: caption,
    attachments: [attachment(file, fallbackType)],
  })
  if (message.text !== undefined) return { kind: 'TEXT', text: message.text }
  // Sizes of one photo, ascending: the last is the original.
  const photo = message.photo?.at(-1)
  if (photo) return media('IMAGE', photo, 'image/jpeg')
  if (message.voice) return media('AUDIO', message.voice, 'audio/ogg')
  if (message.audio) return media('AUDIO', message.audio)
  if (message.video) return media('VIDEO', message.video, 'video/mp4')
  if (message.video_note) return media('VIDEO', message.video_note, 'video/mp4')
  // An animation comes with a `document` beside it, for older clients.
  if (message.animation) return media('VIDEO', message.animation, 'video/mp4')
  if (message.document) return media('FILE', message.document)
  if (message.sticker) {
    return { kind: 'STICKER', text: message.sticker.emoji ?? '', attachments: [attachment(message.sticker)] }
  }
  if (message.venue) {
    const { location, title, address } = message.venue
    const name = address ? `${title}, ${address}` : title
    return { kind: 'LOCATION', text: name, location: { ...place(location), name } }
  }
  if (message.location) return { kind: 'LOCATION', text: '', location: place(message.location) }
  if (message.contact) {
    const { first_name, last_name, phone_number } = message.contact
    return { kind: 'CONTACT', text: `${[first_name, last_name].filter(Boolean).join(' ')} ${phone_number}` }
  }
  if (message.dice) return { kind: 'STICKER', text: `${message.dice.emoji} ${message.dice.value}` }
  return { kind: 'UNSUPPORTED', text: message.poll?.question ?? caption }
}

function place({ latitude, longitude }: { latitude: number; longitude: number }) {
  return { latitude, longitude }
}

function attachment(file: TelegramFile, fallbackType?: string): ChannelAttachment {
  const contentType = file.mime_type ?? fallbackType
  return {
    sourceRef: file.file_id,
    ...(contentType ? { contentType } : {}),
    ...(file.file_name ? { name: file.file_name } : {}),
    ...(file.file_size === undefined ? {} : { sizeBytes: file.file_size }),
  }
}
