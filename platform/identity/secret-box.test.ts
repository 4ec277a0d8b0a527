import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { safeEqual } from './constant-time.ts'
import { createSecretBox } from './secret-box.ts'

const box = createSecretBox(randomBytes(32).toString('base64'))

test('what was sealed opens in its place, and is not readable in between', () => {
  const sealed = box.seal('a raw payload', 'raw/1')
  expect(sealed.toString('latin1')).not.toContain('payload')
  expect(box.open(sealed, 'raw/1').toString()).toBe('a raw payload')
  expect(box.seal('a raw payload', 'raw/1')).not.toEqual(sealed)
})

test('it does not open in another place, by another key, or changed by one bit', () => {
  const sealed = box.seal('a raw payload', 'raw/1')
  expect(() => box.open(sealed, 'raw/2')).toThrow()
  expect(() => createSecretBox(randomBytes(32).toString('base64')).open(sealed, 'raw/1')).toThrow()
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => box.open(changed, 'raw/1'), `byte ${at}`).toThrow()
  }
})

test.each([
  ['a', 'a', true],
  ['a', 'b', false],
  ['a', 'aa', false],
  ['', '', true],
] as const)('%j and %j: %s', (a, b, equal) => {
  expect(safeEqual(a, b)).toBe(equal)
})
