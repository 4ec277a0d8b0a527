import { AtSign, Mail, MessageCircle, MessageSquare, Phone, Send } from 'lucide-react'
import { useWords, type Word } from '../words/use-words.ts'

const icons = {
  'web-chat': MessageSquare,
  telegram: Send,
  whatsapp: MessageCircle,
  phone: Phone,
  email: Mail,
} as const

const isKnown = (channel: string): channel is keyof typeof icons => channel in icons

/** A channel's name for people; channels that the desk does not know keep their own. */
export function useChannelName(): (channel: string) => string {
  const { t } = useWords()
  return (channel) => (isKnown(channel) ? t(`channel.${channel}` satisfies Word) : channel)
}

/** A channel: its icon, and its name beside it or for those who listen. */
export function ChannelSign({ channel, named = false }: { channel: string; named?: boolean }) {
  const nameOf = useChannelName()
  const Icon = isKnown(channel) ? icons[channel] : AtSign
  return (
    <span className="inline-flex items-center gap-1.5" title={nameOf(channel)}>
      <Icon size={14} strokeWidth={1.8} aria-hidden className="shrink-0" />
      <span className={named ? undefined : 'sr-only'}>{nameOf(channel)}</span>
    </span>
  )
}
