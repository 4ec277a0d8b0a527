import { expect, test } from 'vitest'
import { channelOfIdentifier, shownIdentifier, withoutRepetition } from './shown-identifier.ts'

test('a channel account reads as its channel and the id there, colons and all', () => {
  expect(channelOfIdentifier('CHANNEL_ACCOUNT', 'telegram:main:42')).toBe('telegram')
  expect(shownIdentifier('CHANNEL_ACCOUNT', 'matrix:main:@ana:example.org')).toBe('@ana:example.org')
  expect(channelOfIdentifier('EMAIL', 'a@example.org')).toBeUndefined()
  expect(shownIdentifier('EMAIL', 'a@example.org')).toBe('a@example.org')
})

test('a caller is one row: the account that only repeats the number is left out', () => {
  const phone = { type: 'PHONE', value: '+49304469967' } as const
  const caller = { type: 'CHANNEL_ACCOUNT', value: 'phone:main:+49304469967' } as const
  const chat = { type: 'CHANNEL_ACCOUNT', value: 'telegram:main:42' } as const
  expect(withoutRepetition([caller, phone, chat])).toEqual([phone, chat])
})
