import { z } from 'zod'

/** Seconds since 1970. */
const instant = z.number().int().min(0).max(99_999_999_999)

const user = z.looseObject({
  id: z.number(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
})

const chat = z.looseObject({
  id: z.number(),
  type: z.string(),
  title: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  username: z.string().optional(),
})

const file = z.looseObject({
  file_id: z.string(),
  file_size: z.number().optional(),
  mime_type: z.string().optional(),
  file_name: z.string().optional(),
})
export type TelegramFile = z.infer<typeof file>

const location = z.looseObject({ latitude: z.number(), longitude: z.number() })

/** https://core.telegram.org/bots/api#message: the fields that we map. */
export const telegramMessage = z.looseObject({
  message_id: z.number(),
  date: instant,
  edit_date: instant.optional(),
  chat,
  from: user.optional(),
  sender_chat: chat.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(file).optional(),
  audio: file.optional(),
  voice: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  animation: file.optional(),
  document: file.optional(),
  sticker: file.extend({ emoji: z.string().optional() }).optional(),
  location: location.optional(),
  venue: z.looseObject({ location, title: z.string(), address: z.string().optional() }).optional(),
  contact: z
    .looseObject({ phone_number: z.string(), first_name: z.string(), last_name: z.string().optional() })
    .optional(),
  dice: z.looseObject({ emoji: z.string(), value: z.number() }).optional(),
  poll: z.looseObject({ question: z.string() }).optional(),
})
export type TelegramMessage = z.infer<typeof telegramMessage>

const callbackQuery = z.looseObject({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  message: z.looseObject({ chat }).optional(),
})
export type TelegramCallbackQuery = z.infer<typeof callbackQuery>

const reaction = z.looseObject({ type: z.string(), emoji: z.string().optional() })

const messageReaction = z.looseObject({
  chat,
  user: user.optional(),
  message_id: z.number(),
  date: instant,
  new_reaction: z.array(reaction),
})
export type TelegramReaction = z.infer<typeof messageReaction>

/** https://core.telegram.org/bots/api#update: at most one of the optional fields is there. */
export const telegramUpdate = z.looseObject({
  update_id: z.number(),
  message: telegramMessage.optional(),
  edited_message: telegramMessage.optional(),
  channel_post: telegramMessage.optional(),
  edited_channel_post: telegramMessage.optional(),
  business_message: telegramMessage.optional(),
  edited_business_message: telegramMessage.optional(),
  callback_query: callbackQuery.optional(),
  message_reaction: messageReaction.optional(),
})
export type TelegramUpdate = z.infer<typeof telegramUpdate>
export type TelegramUser = z.infer<typeof user>
export type TelegramChat = z.infer<typeof chat>
