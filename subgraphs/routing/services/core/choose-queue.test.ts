import { expect, test } from 'vitest'
import { type Contact, chooseQueue, type QueueChoice } from './choose-queue.ts'

const need = (skillId: string) => ({ skillId, minimumProficiency: 1 })
const queues: QueueChoice[] = [
  { id: 'general', mediaTypes: ['VOICE', 'CHAT', 'SOCIAL', 'EMAIL'], requiredSkills: [] },
  { id: 'chat', mediaTypes: ['CHAT'], requiredSkills: [need('chat')] },
  { id: 'chat-zh', mediaTypes: ['CHAT'], requiredSkills: [need('chat'), need('zh')] },
  { id: 'billing', mediaTypes: ['CHAT', 'VOICE'], domain: 'billing', requiredSkills: [need('billing')] },
  { id: 'billing-zh', mediaTypes: ['CHAT'], domain: 'billing', requiredSkills: [need('zh')] },
]

const cases: Array<[Contact, string, string]> = [
  [{ mediaType: 'CHAT' }, 'chat', 'MEDIA_TYPE'],
  [{ mediaType: 'CHAT', language: 'en' }, 'chat', 'MEDIA_TYPE'],
  [{ mediaType: 'CHAT', language: 'zh' }, 'chat-zh', 'LANGUAGE'],
  [{ mediaType: 'CHAT', domain: 'billing' }, 'billing', 'DOMAIN'],
  [{ mediaType: 'CHAT', domain: 'billing', language: 'zh' }, 'billing-zh', 'DOMAIN_AND_LANGUAGE'],
  [{ mediaType: 'VOICE', domain: 'billing', language: 'zh' }, 'billing', 'DOMAIN'],
  [{ mediaType: 'CHAT', domain: 'unheard-of' }, 'chat', 'MEDIA_TYPE'],
  [{ mediaType: 'SOCIAL' }, 'general', 'FALLBACK'],
]

test.each(cases)('%o goes to %s, because of %s', (contact, queueId, reason) => {
  expect(chooseQueue(queues, contact)).toEqual({ queueId, reason })
  expect(chooseQueue(queues.toReversed(), contact)).toEqual({ queueId, reason })
})
