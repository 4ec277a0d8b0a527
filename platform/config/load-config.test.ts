import { expect, test } from 'vitest'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { loadConfig } from './load-config.ts'
import { serviceConfig } from './service-config.ts'

test('every mistake is told at once, and no value with it', () => {
  const given = { MONGODB_URI: 'postgres://user:hush@db', VALKEY_URL: '', PORT: '99999', SECRETS_KEY: 'hush' }
  const error = thrownBy(() => loadConfig(serviceConfig, given))
  expect(error).toBeInstanceOf(ConfigError)
  expect((error as ConfigError).mistakes.map((line) => line.split(':')[0])).toEqual([
    'MONGODB_URI',
    'VALKEY_URL',
    'PORT',
    'IDENTITY_PUBLIC_JWK',
    'SECRETS_KEY',
  ])
  expect((error as ConfigError).message).toContain('VALKEY_URL: is missing')
  expect((error as ConfigError).message).not.toContain('hush')
})

test('defaults are filled in and unknown variables ignored', () => {
  const schema = z.object({ PORT: z.coerce.number().default(4000), NAME: z.string() })
  expect(loadConfig(schema, { NAME: 'one', HOME: '/somewhere', PORT: '' })).toEqual({
    NAME: 'one',
    PORT: 4000,
  })
})

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
