import { Redis } from 'ioredis'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createLogger } from '#platform/log/logger.ts'
import { testPrefix } from '#platform/testkit/test-config.ts'
import { until } from '#platform/testkit/until.ts'
import { documentHash } from './document-hash.ts'
import { PersistedDocuments } from './persisted-documents.ts'

const valkey = new Redis(process.env.VALKEY_URL as string)
const log = createLogger('test', 'silent')
const viewer = { kind: 'visitor', id: 'v' } as const
const prefixes: string[] = []
let prefix = ''
beforeEach(() => {
  prefix = testPrefix()
  prefixes.push(prefix)
})
afterAll(async () => {
  for (const prefix of prefixes) {
    const keys = await valkey.keys(`{${prefix}}*`)
    if (keys.length) await valkey.del(keys)
  }
  valkey.disconnect()
})

const open = (more: Partial<ConstructorParameters<typeof PersistedDocuments>[0]> = {}) =>
  new PersistedDocuments({ valkey, prefix, log, perViewerPerMinute: 1_000, ...more })

test('of too many the oldest go, and all go in the end', async () => {
  const texts = ['{ a }', '{ b }', '{ c }']
  const here = open({ documents: 2 })
  for (const text of texts) {
    here.register(documentHash(text), text, viewer)
    await until('it is kept', () => valkey.exists(`{${prefix}}:router:document:${documentHash(text)}`))
  }
  const there = open()
  await expect(there.find(documentHash('{ a }'))).rejects.toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' })
  expect(await there.find(documentHash('{ b }'))).toBe('{ b }')
  expect(await there.find(documentHash('{ c }'))).toBe('{ c }')
  for (const key of await valkey.keys(`{${prefix}}*`)) expect(await valkey.pttl(key)).toBeGreaterThan(0)
})

test('without its store a router still knows what it was told, and asks for the rest', async () => {
  const gone = new Redis(process.env.VALKEY_URL as string, { maxRetriesPerRequest: 0, retryStrategy: null })
  gone.on('error', () => undefined)
  gone.disconnect()
  const documents = open({ valkey: gone })
  documents.register(documentHash('{ a }'), '{ a }', viewer)
  expect(documents.find(documentHash('{ a }'))).toBe('{ a }')
  await expect(documents.find(documentHash('{ b }'))).rejects.toMatchObject({
    code: 'PERSISTED_QUERY_NOT_FOUND',
  })
})
