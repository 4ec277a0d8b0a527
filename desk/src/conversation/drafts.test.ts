import { expect, test } from 'vitest'
import { createStorage } from '../../../widget/src/chat/storage.ts'
import { Drafts } from './drafts.ts'

const forbidden = (): Storage => {
  throw new Error('no storage here')
}

test('each conversation keeps its own draft, and sending leaves none', () => {
  const drafts = new Drafts(createStorage('test', forbidden))
  drafts.set('a', 'to a')
  drafts.set('b', 'to b')
  expect([drafts.get('a'), drafts.get('b'), drafts.get('c')]).toEqual(['to a', 'to b', ''])
  drafts.set('a', '')
  expect([drafts.get('a'), drafts.get('b')]).toEqual(['', 'to b'])
})
