import type { ChannelAttachment, ChannelContent, ChannelMessageKind } from '../contract-events.ts'
import type { WhatsappContent, WhatsappMedia } from './webhook.ts'

const mediaKinds = [
  ['image', 'IMAGE'],
  ['video', 'VIDEO'],
  ['audio', 'AUDIO'],
  ['document', 'FILE'],
  ['sticker', 'STICKER'],
] as const satisfies ReadonlyArray<readonly [keyof WhatsappContent, ChannelMessageKind]>

/** A WhatsApp message in the form that all channels share; a type that we have no form for is UNSUPPORTED. */
export function readContent(message: WhatsappContent): ChannelContent {
  if (message.type === 'text' && message.text) return { kind: 'TEXT', text: message.text.body }
  for (const [field, kind] of mediaKinds) {
    const media = message[field]
    if (message.type === field && media) {
      return { kind, text: media.caption ?? '', attachments: [attachment(media)] }
    }
  }
  if (message.type === 'reaction' && message.reaction) {
    // Without an emoji an earlier reaction is taken back.
    return { kind: 'REACTION', text: message.reaction.emoji ?? '' }
  }
  if (message.type === 'location' && message.location) {
    const { latitude, longitude, name, address } = message.location
    const title = [name, address].filter(Boolean).join(', ')
    return {
      kind: 'LOCATION',
      text: title,
      location: { latitude, longitude, ...(title ? { name: title } : {}) },
    }
  }
  if (message.type === 'contacts' && message.contacts) {
    return { kind: 'CONTACT', text: message.contacts.map(cardLine).join('\n') }
  }
  if (message.type === 'button' && message.button)
    return { kind: 'BUTTON_REPLY', text: message.button.text ?? '' }
  if (message.type === 'interactive' && message.interactive) {
    const { button_reply, list_reply, nfm_reply } = message.interactive
    const text = button_reply?.title ?? list_reply?.title ?? nfm_reply?.body
    if (text !== undefined) return { kind: 'BUTTON_REPLY', text }
  }
  if (message.type === 'order' && message.order)
    return { kind: 'UNSUPPORTED', text: orderText(message.order) }
  if (message.type === 'system') return { kind: 'SYSTEM', text: message.system?.body ?? '' }
  return { kind: 'UNSUPPORTED', text: '' }
}

function attachment(media: WhatsappMedia): ChannelAttachment {
  return {
    ...(media.id ? { sourceRef: media.id } : {}),
    ...(media.mime_type ? { contentType: media.mime_type } : {}),
    ...(media.filename ? { name: media.filename } : {}),
  }
}

function cardLine(card: NonNullable<WhatsappContent['contacts']>[number]): string {
  return [card.name?.formatted_name, ...(card.phones ?? []).map(({ phone }) => phone)]
    .filter(Boolean)
    .join(' ')
}

/** An order has no form of its own yet; its lines in words still tell an agent what is wanted. */
function orderText(order: NonNullable<WhatsappContent['order']>): string {
  const items = (order.product_items ?? []).map(
    ({ quantity, product_retailer_id }) => `${quantity ?? 1} × ${product_retailer_id ?? '?'}`,
  )
  return [order.text, ...items].filter(Boolean).join('\n')
}
