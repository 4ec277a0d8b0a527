import { expect, test } from 'vitest'
import { keepOutbox, type Outgoing, restoreOutbox, withoutConfirmed } from './outbox.ts'
import { createStorage } from './storage.ts'

function memoryStorage(): Storage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    clear: () => entries.clear(),
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  }
}
const written: Outgoing = {
  clientMessageId: 'a',
  text: 'Hello',
  writtenAt: '2026-11-23T09:00:00.000Z',
  status: 'sending',
}

test('what was not confirmed before the page was left comes back as failed, to be sent again', () => {
  const store = memoryStorage()
  keepOutbox(
    createStorage('main', () => store),
    [written],
  )
  expect(restoreOutbox(createStorage('main', () => store))).toEqual([
    { ...written, status: 'failed', unreached: false },
  ])
  expect(restoreOutbox(createStorage('other', () => store))).toEqual([])
})

test('a confirmed message leaves the outbox, whether its answer or its live event came first', () => {
  expect(withoutConfirmed([written], [{ clientMessageId: null }, { clientMessageId: 'a' }])).toEqual([])
  const outbox = [written]
  expect(withoutConfirmed(outbox, [{ clientMessageId: 'b' }])).toBe(outbox)
})

test('foreign content in the storage is no outbox', () => {
  const store = memoryStorage()
  const storage = createStorage('main', () => store)
  for (const foreign of ['{', '{}', '[1,null,"x"]']) {
    storage.set('outbox', foreign)
    expect(restoreOutbox(storage)).toEqual([])
  }
})

test('where storage is forbidden, memory keeps the draft for the page', () => {
  const storage = createStorage('main', () => {
    throw new Error('SecurityError')
  })
  storage.set('draft', 'half a sentence')
  expect(storage.get('draft')).toBe('half a sentence')
})
