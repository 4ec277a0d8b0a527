import { expect, test } from 'vitest'
import type { AccessRule } from './access-rule.ts'
import { implies } from './implies.ts'

const known: AccessRule = [{ kind: 'authenticated' }]
const scopes = (...anyOf: string[][]): AccessRule => [{ kind: 'scopes', anyOf }]
const policies = (...anyOf: string[][]): AccessRule => [{ kind: 'policies', anyOf }]

test.each<[AccessRule, AccessRule, boolean]>([
  [[], [], true],
  [known, [], true],
  [[], known, false],
  [known, known, true],
  [scopes(['a', 'b']), scopes(['a']), true],
  [scopes(['a']), scopes(['a', 'b']), false],
  [scopes(['a']), scopes(['a'], ['b']), true],
  [scopes(['a'], ['b']), scopes(['a']), false],
  [[...scopes(['a']), ...scopes(['b'])], scopes(['a', 'b']), true],
  [[...scopes(['a'], ['c']), ...scopes(['b'])], scopes(['a', 'b'], ['b', 'c']), true],
  [[...scopes(['a'], ['c']), ...scopes(['b'])], scopes(['a', 'b']), false],
  [scopes(['a']), policies(['a']), false],
  [scopes(), scopes(['a']), true],
  [scopes(['a']), scopes(), false],
])('%j implies %j: %s', (rule, other, expected) => {
  expect(implies(rule, other)).toBe(expected)
})
