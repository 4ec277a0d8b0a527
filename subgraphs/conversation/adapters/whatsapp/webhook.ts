import { z } from 'zod'

/** https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples: the outer form. */
export const whatsappWebhook = z.looseObject({
  object: z.string(),
  entry: z.array(
    z.looseObject({
      changes: z.array(z.looseObject({ field: z.string(), value: z.unknown() })),
    }),
  ),
})

/** A change of the field `messages`; its entries are read one by one, so that one bad entry spoils no other. */
export const messagesValue = z.looseObject({
  contacts: z.array(z.unknown()).optional(),
  messages: z.array(z.unknown()).optional(),
  statuses: z.array(z.unknown()).optional(),
})

export const whatsappContact = z.looseObject({
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
  profile: z.looseObject({ name: z.string().optional() }).optional(),
})
export type WhatsappContact = z.infer<typeof whatsappContact>

/** Seconds since 1970, as text or number. */
const instant = z.coerce
  .number()
  .int()
  .positive()
  .max(99_999_999_999)
  .transform((seconds) => new Date(seconds * 1_000))

const media = z.looseObject({
  id: z.string().optional(),
  mime_type: z.string().optional(),
  caption: z.string().optional(),
  filename: z.string().optional(),
})
export type WhatsappMedia = z.infer<typeof media>

const reply = z.looseObject({ title: z.string() })

/** What a message holds; an edit holds one again. */
export const whatsappContent = z.looseObject({
  type: z.string(),
  text: z.looseObject({ body: z.string() }).optional(),
  image: media.optional(),
  video: media.optional(),
  audio: media.optional(),
  document: media.optional(),
  sticker: media.optional(),
  reaction: z.looseObject({ emoji: z.string().optional() }).optional(),
  location: z
    .looseObject({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().optional(),
      address: z.string().optional(),
    })
    .optional(),
  contacts: z
    .array(
      z.looseObject({
        name: z.looseObject({ formatted_name: z.string().optional() }).optional(),
        phones: z.array(z.looseObject({ phone: z.string().optional() })).optional(),
      }),
    )
    .optional(),
  button: z.looseObject({ text: z.string().optional() }).optional(),
  interactive: z
    .looseObject({
      button_reply: reply.optional(),
      list_reply: reply.optional(),
      nfm_reply: z.looseObject({ body: z.string().optional() }).optional(),
    })
    .optional(),
  order: z
    .looseObject({
      text: z.string().optional(),
      product_items: z
        .array(
          z.looseObject({
            product_retailer_id: z.string().optional(),
            quantity: z.coerce.number().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  system: z.looseObject({ body: z.string().optional() }).optional(),
})
export type WhatsappContent = z.infer<typeof whatsappContent>

export const whatsappMessage = whatsappContent.extend({
  id: z.string().min(1),
  /** The sender's number; absent for senders who show only a business-scoped id. */
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  timestamp: instant,
  edit: z.looseObject({ original_message_id: z.string().min(1), message: whatsappContent }).optional(),
})
export type WhatsappMessage = z.infer<typeof whatsappMessage>

export const whatsappStatus = z.looseObject({
  id: z.string().min(1),
  status: z.string(),
  timestamp: instant,
  errors: z.array(z.looseObject({ code: z.number().optional(), title: z.string().optional() })).optional(),
})
export type WhatsappStatus = z.infer<typeof whatsappStatus>
