import { expect, test } from 'vitest'
import type { Identifier } from '#schema/events/vocabulary.ts'
import { normalizeIdentifiers } from './normalize-identifier.ts'

const of = (type: Identifier['type'], value: string, verified = false): Identifier => ({
  type,
  value,
  verified,
})

test.each([
  ['a number as people write it', [of('PHONE', '+86 138-0013-8000')], [of('PHONE', '+8613800138000')]],
  ['a number without its country', [of('PHONE', '0138001380')], []],
  ['a number that is too short', [of('PHONE', '+1415')], []],
  ['an address in capitals', [of('EMAIL', ' Mei@Example.ORG ')], [of('EMAIL', 'mei@example.org')]],
  ['what is no address', [of('EMAIL', 'mei at example')], []],
  [
    'an account as it is',
    [of('CHANNEL_ACCOUNT', 'telegram:main:Ab1')],
    [of('CHANNEL_ACCOUNT', 'telegram:main:Ab1')],
  ],
  [
    'a claim beside its proof',
    [of('EMAIL', 'a@b.de'), of('EMAIL', 'A@b.de', true)],
    [of('EMAIL', 'a@b.de', true)],
  ],
])('%s', (_case, given, expected) => {
  expect(normalizeIdentifiers(given)).toEqual(expected)
})
