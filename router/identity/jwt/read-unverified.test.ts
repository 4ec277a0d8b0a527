import { expect, test } from 'vitest'
import { hasDuplicateMembers } from './duplicate-members.ts'
import { readUnverified } from './read-unverified.ts'

const part = (value: string | object) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const token = (header: string | object, payload: string | object = { sub: 'a' }) =>
  `${part(header)}.${part(payload)}.c2ln`

test.each<[string, string | object]>([
  ['a plain one', { alg: 'RS256', kid: 'k' }],
  ['one for requests', { alg: 'RS256', typ: 'at+jwt' }],
  [
    'one that brings keys along, which nobody looks at',
    { alg: 'RS256', jku: 'https://evil.example', jwk: {}, x5u: 'x' },
  ],
])('%s is taken apart', (_what, header) => {
  expect(readUnverified(token(header), 1_000)).toEqual({ header, payload: { sub: 'a' } })
})

test.each<[string, string]>([
  ['too long', token({ alg: 'RS256' }, { sub: 'a'.repeat(1_000) })],
  ['without a signature', `${part({ alg: 'none' })}.${part({ sub: 'a' })}.`],
  ['encrypted, in five parts', 'a.b.c.d.e'],
  ['not of JSON', token('{', '{')],
  ['of a list', token('[1]')],
  ['with extensions', token({ alg: 'RS256', crit: ['exp'] })],
  ['with an unencoded payload', token({ alg: 'RS256', b64: false })],
  ['compressed', token({ alg: 'RS256', zip: 'DEF' })],
  ['nested', token({ alg: 'RS256', cty: 'JWT' })],
  ['a note of signing out', token({ alg: 'RS256', typ: 'logout+jwt' })],
  ['with a claim twice', token({ alg: 'RS256' }, '{"sub":"a","aud":"x","sub":"b"}')],
  ['with a claim twice, once disguised', token({ alg: 'RS256' }, '{"sub":"a","s\\u0075b":"b"}')],
  ['with a header twice', token('{"alg":"RS256","alg":"none"}')],
  [
    'that is not UTF-8',
    `${part({ alg: 'RS256' })}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.c2ln`,
  ],
  ['with bits left over', token({ alg: 'RS256' }).replace(/^eyJ/, 'eyK')],
  ['of other characters', `${token({ alg: 'RS256' })}=`],
])('a token %s is refused', (_what, given) => {
  expect(readUnverified(given, 1_000)).toBeUndefined()
})

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', false],
  ['{"a":"b","b":"a"}', false],
  ['{"a":"\\",\\"a\\":","b":1}', false],
  ['["a","a",{"a":["a","a"]}]', false],
  ['{"a":{"b":1,"b":2}}', true],
  ['[{"a":1},{"b":[],"b":1}]', true],
  ['{"a":[1,2],"a":3}', true],
])('%s names a member twice: %s', (json, twice) => {
  expect(hasDuplicateMembers(json)).toBe(twice)
})
