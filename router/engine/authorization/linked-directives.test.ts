import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { linkedDirectives } from './linked-directives.ts'

const spec = 'https://specs.apollo.dev'
const link = `@link(url: "${spec}/link/v1.0")`
const names = (links: string, feature: Parameters<ReturnType<typeof linkedDirectives>>[0]) =>
  [...linkedDirectives(parse(`schema ${links} { query: Query }`))(feature)].sort()

test.each([
  ['the feature’s name', `@link(url: "${spec}/tag/v0.3")`, ['tag', 'tag__tag']],
  ['its namespace', `@link(url: "${spec}/tag/v0.3", as: "label")`, ['label', 'label__tag']],
  ['an import', `@link(url: "${spec}/tag/v0.3", import: ["@tag"])`, ['tag', 'tag__tag']],
  [
    'a renaming import',
    `@link(url: "${spec}/tag/v0.3", import: [{ name: "@tag", as: "@label" }])`,
    ['label', 'tag__tag'],
  ],
  ['the federation specification', `@link(url: "${spec}/federation/v2.9")`, ['federation__tag']],
  [
    'an import of the federation specification, renamed as a whole',
    `@link(url: "${spec}/federation/v2.9", as: "fed", import: [{ name: "@tag", as: "@label" }, "@key"])`,
    ['fed__tag', 'label'],
  ],
  ['no link at all', '', []],
  ['another specification of that name', '@link(url: "https://example.com/tag/v0.3")', []],
])('a directive is known by %s', (_name, links, expected) => {
  expect(names(`${link} ${links}`, 'tag')).toEqual(expected)
})

test('`@link` is found under its own new name', () => {
  const links = `@uses(url: "${spec}/link/v1.0", as: "uses") @uses(url: "${spec}/tag/v0.3", as: "label")`
  expect(names(links, 'tag')).toEqual(['label', 'label__tag'])
})

test('a schema extension links too', () => {
  const document = parse(`schema ${link} { query: Query } extend schema @link(url: "${spec}/tag/v0.3")`)
  expect(linkedDirectives(document)('tag').has('tag')).toBe(true)
})

test('access directives count by their bare name too, unless another specification has that name', () => {
  expect(names(link, 'authenticated')).toEqual(['authenticated'])
  expect(
    names(`${link} @link(url: "https://example.com/x/v1.0", import: ["@authenticated"])`, 'authenticated'),
  ).toEqual([])
})
