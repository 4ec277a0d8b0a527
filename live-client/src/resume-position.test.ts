import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resumePosition } from './resume-position.ts'
import type { LivePlace } from './topic-result.ts'

const event = (sequence: number): LivePlace => ({ kind: 'EVENT', sequence, cursor: `c${sequence}` })

test('whatever arrives, what is new comes once, in order and without gaps, and the cursor is behind it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }), (arriving) => {
      const position = resumePosition('c0')
      position.head({ sequence: 0, cursor: 'c0' })
      const taken = arriving.filter((sequence) => position.take(event(sequence)) === 'new')
      expect(taken).toEqual(taken.map((_sequence, index) => index + 1))
      expect(position.cursor).toBe(`c${taken.length}`)
    }),
  )
})

test('states that are taken only grow, within one subscription', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 60 }), (versions) => {
      const position = resumePosition()
      position.begin()
      const taken = versions.filter((version) => position.take({ kind: 'STATE', version }) === 'new')
      expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b))
      expect(position.cursor).toBeUndefined()
    }),
  )
})

test('a head is where to resume before the first event, and nothing else after it', () => {
  const position = resumePosition()
  expect(position.head({ sequence: 7, cursor: 'c7' })).toBe(false)
  expect(position.cursor).toBe('c7')
  expect(position.take(event(9))).toBe('gap')
  expect(position.take(event(8))).toBe('new')
  expect(position.head({ sequence: 9, cursor: 'c9' })).toBe(true)
  expect(position.cursor).toBe('c8')
  expect(position.head({ sequence: 8, cursor: 'c8' })).toBe(false)
})

test('a head does not replace the cursor that the follower came with', () => {
  const position = resumePosition('c3')
  expect(position.head({ sequence: 9, cursor: 'c9' })).toBe(false)
  expect(position.cursor).toBe('c3')
})

test('a head without a number, as event streams have it, is compared by its cursor', () => {
  const position = resumePosition('c3')
  expect(position.head({ cursor: 'c3' })).toBe(false)
  expect(position.head({ cursor: 'c4' })).toBe(true)
  expect(position.cursor).toBe('c3')
})

test('results without a place are all new', () => {
  const position = resumePosition()
  expect([position.take(undefined), position.take({})]).toEqual(['new', 'new'])
})
