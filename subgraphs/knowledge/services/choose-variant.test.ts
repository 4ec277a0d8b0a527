import { expect, test } from 'vitest'
import { chooseVariant } from './choose-variant.ts'

const variant = (channel: string, locale: string) => ({
  channel,
  locale,
  title: `${channel} ${locale}`,
  body: 'x',
})
const all = [
  variant('ANY', 'en'),
  variant('ANY', 'zh-CN'),
  variant('SOCIAL', 'en'),
  variant('phone', 'zh-CN'),
]

test.each([
  [{ channel: 'telegram', mediaType: 'SOCIAL', locale: 'en' }, 'SOCIAL en'],
  [{ channel: 'telegram', mediaType: 'SOCIAL', locale: 'zh-CN' }, 'ANY zh-CN'],
  [{ channel: 'telegram', mediaType: 'SOCIAL', locale: 'fr' }, 'SOCIAL en'],
  [{ channel: 'phone', mediaType: 'VOICE', locale: 'zh-CN' }, 'phone zh-CN'],
  [{ channel: 'phone', mediaType: 'VOICE', locale: 'zh-TW' }, 'phone zh-CN'],
  [{ channel: 'phone', mediaType: 'VOICE', locale: 'en' }, 'ANY en'],
  [{ channel: 'web-chat', mediaType: 'CHAT', locale: 'zh-CN' }, 'ANY zh-CN'],
  [{ channel: 'web-chat', locale: 'fr' }, 'ANY en'],
])('%j is told as %s', (wanted, title) => {
  expect(chooseVariant(all, wanted)?.title).toBe(title)
})

test('without a general variant something is better than nothing, and nothing stays nothing', () => {
  expect(chooseVariant([variant('SOCIAL', 'en')], { channel: 'phone', locale: 'zh-CN' })?.title).toBe(
    'SOCIAL en',
  )
  expect(chooseVariant([], { channel: 'phone', locale: 'en' })).toBeNull()
})
