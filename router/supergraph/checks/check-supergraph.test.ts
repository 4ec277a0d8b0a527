import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkSupergraph, largestSupergraphBytes } from './check-supergraph.ts'

const ours = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8')
/** Ours with one change, which has to change something. */
const changed = (part: string | RegExp, instead: string) => {
  const sdl = ours.replace(part, instead)
  if (sdl === ours) throw new Error(`nothing is like ${part}`)
  return sdl
}

test('our own supergraph has nothing wrong with it', () => {
  expect(checkSupergraph(ours)).toEqual([])
})

test.each([
  ['nothing', '', 'SUPERGRAPH_EMPTY', 'nothing in it'],
  ['only spaces', ' \n\t', 'SUPERGRAPH_EMPTY', 'nothing in it'],
  ['half a file', ours.slice(0, ours.length / 2), 'SUPERGRAPH_SYNTAX', /line \d+/],
  ['no GraphQL', '{"errors":[]}', 'SUPERGRAPH_SYNTAX', 'line 1'],
  ['a schema of one subgraph', 'type Query { a: Int }', 'NOT_A_SUPERGRAPH', 'compose'],
  ['no subgraphs', changed(/enum join__Graph \{[^}]*\}/, ''), 'NOT_A_SUPERGRAPH', 'no subgraphs'],
  [
    'two subgraphs of one name',
    changed('name: "routing"', 'name: "metrics"'),
    'NOT_A_SUPERGRAPH',
    '"metrics"',
  ],
  ['no address', changed('http://127.0.0.1:4103/graphql', ''), 'SUPERGRAPH_ADDRESS_MISSING', '"routing"'],
  ['a foreign protocol', changed('http://127.0.0.1:4103', 'ftp://h'), 'SUPERGRAPH_ADDRESS_MISSING', 'ftp://'],
  [
    'a specification that is needed and unknown',
    changed(
      '@link(url: "https://specs.apollo.dev/link/v1.0")',
      '@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)',
    ),
    'SUPERGRAPH_UNKNOWN_SPEC',
    'context/v0.1 for SECURITY',
  ],
  ['a newer join', changed('join/v0.5', 'join/v0.9'), 'SUPERGRAPH_UNKNOWN_SPEC', 'join/v0.9'],
  [
    'an unknown type',
    changed('scalar EmailAddress', 'scalar Elsewhere'),
    'SUPERGRAPH_INVALID_SCHEMA',
    'EmailAddress',
  ],
  ['a type without fields', `${ours}\ntype Nothing`, 'SUPERGRAPH_INVALID_SCHEMA', 'Nothing must define'],
  ['a type twice', `${ours}\nscalar DateTime`, 'SUPERGRAPH_INVALID_SCHEMA', '"DateTime"'],
  ['a key of no field', changed(/key: "id"/, 'key: "nope"'), 'SUPERGRAPH_INVALID_FIELD_SET', '"nope"'],
  ['a key that is none', changed(/key: "id"/, 'key: "{{"'), 'SUPERGRAPH_INVALID_FIELD_SET', 'no field set'],
  [
    'a topic with a foreign placeholder',
    changed('conversation:{conversationId}:messages', 'conversation:{id}:messages'),
    'SUPERGRAPH_INVALID_TOPIC',
    '{id}',
  ],
  [
    'a topic with a space',
    changed('topic: "board"', 'topic: "the board"'),
    'SUPERGRAPH_INVALID_TOPIC',
    'letters',
  ],
  ['an empty topic', changed('topic: "board"', 'topic: ""'), 'SUPERGRAPH_INVALID_TOPIC', 'no topic'],
])('%s is found', (_what, sdl, code, words) => {
  const [problem, ...more] = checkSupergraph(sdl)
  expect(problem).toEqual({ code, message: expect.stringMatching(words) })
  expect(more.length).toBeLessThan(20)
})

test('what is too large is not even read', () => {
  const [problem] = checkSupergraph(`${ours}${'#'.repeat(largestSupergraphBytes)}`)
  expect(problem?.code).toBe('SUPERGRAPH_TOO_LARGE')
})

test('an address that is given holds instead of the missing one, and what is not needed may be unknown', () => {
  const sdl = changed('http://127.0.0.1:4103/graphql', '')
  expect(checkSupergraph(sdl, { routing: 'http://127.0.0.1:1/graphql' })).toEqual([])
  const link = '@link(url: "https://throughline.dev/live/v1.0"'
  const more = changed(link, `@link(url: "https://specs.apollo.dev/tag/v0.3") ${link}`)
  expect(checkSupergraph(more)).toEqual([])
})
