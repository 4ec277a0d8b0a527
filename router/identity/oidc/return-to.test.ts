import { expect, test } from 'vitest'
import { returnTo } from './return-to.ts'

test.each([
  ['/desk', '/desk'],
  ['/desk/inbox?tab=2#last', '/desk/inbox?tab=2#last'],
  [undefined, '/desk/'],
  ['', '/desk/'],
  ['/graphql', '/desk/'],
  ['/desktop', '/desk/'],
  ['desk/inbox', '/desk/'],
  ['https://evil.example/desk/', '/desk/'],
  ['//evil.example/desk/', '/desk/'],
  ['/\\evil.example/desk/', '/desk/'],
  ['/\t/evil.example/desk/', '/desk/'],
  ['/desk/../auth/sign-out', '/desk/'],
  ['/desk/%2e%2e/auth/me', '/desk/'],
  ['/desk/\r\nset-cookie: a=b', '/desk/set-cookie:%20a=b'],
  ['javascript:alert(1)', '/desk/'],
])('%j leads to %s', (asked, place) => {
  expect(returnTo(asked)).toBe(place)
})
