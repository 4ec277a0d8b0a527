import { expect, test } from 'vitest'
import { scalars } from './scalars.ts'

test.each([
  ['DateTime', '2026-11-23T12:00:00+01:00', new Date('2026-11-23T11:00:00.000Z')],
  ['Duration', 'PT180S', 'PT3M'],
  ['PhoneNumber', '+41 79 123 45 67', '+41791234567'],
  ['EmailAddress', ' Lisa@Example.org ', 'lisa@example.org'],
] as const)('%s %j comes in as %j', (name, given, value) => {
  expect(scalars[name].parseValue(given)).toEqual(value)
})

test.each([
  ['DateTime', '2026-11-23'],
  ['DateTime', '2026-11-23T12:00:00'],
  ['DateTime', '2026-13-01T00:00:00Z'],
  ['DateTime', 1_795_465_971_183],
  ['Duration', '3 minutes'],
  ['Duration', 'P1M'],
  ['PhoneNumber', '079 123 45 67'],
  ['PhoneNumber', '+999'],
  ['EmailAddress', 'lisa'],
  ['EmailAddress', `${'x'.repeat(320)}@example.org`],
] as const)('%s %j is refused with a code', (name, given) => {
  const refused = (): unknown => scalars[name].parseValue(given)
  expect(refused).toThrow()
  try {
    refused()
  } catch (error) {
    const { code, extensions } = error as { code?: string; extensions?: { code?: string } }
    expect(code ?? extensions?.code).toBe('BAD_USER_INPUT')
  }
})

test('they go out in one form', () => {
  expect(scalars.DateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z')
  expect(scalars.DateTime.serialize('1970-01-01T01:00:00+01:00')).toBe('1970-01-01T00:00:00.000Z')
  expect(scalars.Duration.serialize(90_000)).toBe('PT1M30S')
  expect(scalars.Duration.serialize('PT90S')).toBe('PT1M30S')
})
