import { expect, test } from 'vitest'
import { Engine } from '../../../router/engine/engine.ts'
import { startFederation } from '../engine/federation.ts'
import { everything, guarded, stranger } from './guarded.ts'

const asComposed = 'https://specs.apollo.dev/authenticated/v0.1"'
const requiresDenied = {
  query: '{ me { street card greeting } }',
  data: { me: { street: 'Street', card: null, greeting: null } },
}

/** Without the rule that our composer asks for at fields that require a protected one. */
const unruled = (sdl: string) => sdl.replace(/^( {2}(?:greeting|card):.*?) @requiresScopes\(.*\)$/gm, '$1')

/** What other composers, or older ones, make of the same subgraphs; it must not open anything. */
const compositions: [name: string, (sdl: string) => string, query: string, data: unknown][] = [
  [
    'a directive renamed by `as`',
    (sdl) => sdl.replace(asComposed, `${asComposed}, as: "login"`).replaceAll('@authenticated', '@login'),
    '{ number whispered level me { phone label id } }',
    { number: 7, whispered: null, level: null, me: { phone: null, label: null, id: 'u1' } },
  ],
  [
    'a directive imported under another name',
    (sdl) =>
      sdl
        .replace(asComposed, `${asComposed}, import: [{ name: "@authenticated", as: "@mustBeKnown" }]`)
        .replaceAll(/@authenticated(?![":])/g, '@mustBeKnown'),
    '{ number whispered vault { id } }',
    { number: 7, whispered: null, vault: null },
  ],
  [
    'a directive under its namespace',
    (sdl) =>
      sdl
        .replace(asComposed, `${asComposed}, as: "auth"`)
        .replaceAll('@authenticated', '@auth__authenticated'),
    '{ number whispered }',
    { number: 7, whispered: null },
  ],
  [
    'directives out of the federation specification itself',
    (sdl) =>
      sdl
        .replace(
          asComposed,
          'https://specs.apollo.dev/federation/v2.9", import: [{ name: "@authenticated", as: "@known" }]',
        )
        .replace('"@known" }], for: SECURITY', '"@known" }]')
        .replaceAll(/@authenticated(?!")/g, '@known')
        .replaceAll('@policy(', '@federation__policy('),
    '{ number whispered stamped }',
    { number: 7, whispered: null, stamped: null },
  ],
  [
    'no link that explains the directive',
    (sdl) =>
      sdl.replace(/ @link\(url: "https:\/\/specs\.apollo\.dev\/authenticated\/v0\.1", for: SECURITY\)/, ''),
    '{ number whispered }',
    { number: 7, whispered: null },
  ],
  [
    'fields that require protected ones without a rule of their own',
    unruled,
    requiresDenied.query,
    requiresDenied.data,
  ],
  [
    'a rule at an interface’s field alone',
    (sdl) =>
      sdl
        .replace(/(type User [^}]*?label: String[^\n]*?) @authenticated/, '$1')
        .replace(/(interface Node [^}]*?label: String[^\n]*)/, '$1'),
    '{ nodes { ... on User { label id } ... on Robot { label } } me { label name } }',
    { nodes: [{ label: null, id: 'u1' }, { label: null }, null], me: { label: null, name: 'Name u1' } },
  ],
  [
    'a rule at an interface alone',
    (sdl) => sdl.replace('interface Node ', 'interface Node @requiresScopes(scopes: [["bank"]]) '),
    '{ number node { id } me { name } found { ... on Robot { id } } }',
    { number: 7, node: null, me: null, found: [{}, null, {}] },
  ],
  [
    'an interface that says nothing of what its objects are under',
    (sdl) => sdl.replace(/(interface Node [^}]*label: String) @authenticated/, '$1'),
    '{ nodes { id label } }',
    { nodes: [{ id: 'u1', label: null }, { id: 'r1', label: null }, null] },
  ],
  [
    'a rule at an interface object’s field that did not reach the objects',
    (sdl) => sdl.replaceAll(/(review: String @join__field) @authenticated/g, '$1'),
    '{ media { title ... on Film { review } ... on Song { review } } }',
    {
      media: [
        { title: 'Title f1', review: null },
        { title: 'Song', review: null },
      ],
    },
  ],
  [
    'one value for a list of lists',
    (sdl) => sdl.replaceAll('scopes: [["bank"]]', 'scopes: "bank"'),
    '{ number iban }',
    { number: 7, iban: null },
  ],
  [
    'no alternative at all: nobody',
    (sdl) => sdl.replaceAll('scopes: [["bank"]]', 'scopes: []'),
    '{ number iban }',
    { number: 7, iban: null },
  ],
]

test.each(compositions)('%s', async (_name, recompose, query, data) => {
  const { ask, supergraph, subgraphs } = await startFederation(guarded, {
    recompose(sdl) {
      const changed = recompose(sdl)
      expect(changed).not.toBe(sdl)
      return changed
    },
  })
  const denied = await ask(query, {}, { access: stranger })
  expect(denied.data).toEqual(data)
  expect(new Set(denied.errors?.map(({ extensions }) => extensions?.code))).toEqual(
    new Set(['UNAUTHORIZED_FIELD_OR_TYPE']),
  )
  const texts = Object.values(subgraphs).flatMap(({ requests }) => requests.map((one) => JSON.stringify(one)))
  expect(texts.join()).not.toMatch(/secret|email|whispered|review|iban/)
  if (!supergraph.includes('scopes: []')) {
    expect((await ask(query, {}, { access: everything })).errors).toBeUndefined()
  }
})

test('another specification’s directive of the same name protects nothing, and is not taken for ours', async () => {
  const { ask } = await startFederation(guarded, {
    recompose: (sdl) =>
      sdl
        .replace(asComposed, `${asComposed}, as: "login"`)
        .replaceAll('@authenticated', '@login')
        .replace(
          '{\n  query: Query',
          '@link(url: "https://example.com/auth/v1.0", import: ["@authenticated"]) {\n  query: Query',
        )
        .replace('number: Int!', 'number: Int! @authenticated'),
  })
  expect((await ask('{ number whispered }', {}, { access: stranger })).data).toEqual({
    number: 7,
    whispered: null,
  })
})

test('a security feature that is not known is not passed over', async () => {
  const { supergraph } = await startFederation(guarded)
  const transport = {
    fetch: () => Promise.reject(new Error()),
    subscribe: () => ({}) as never,
    close: async () => {},
  }
  const load = (sdl: string) => () => new Engine({ supergraph: sdl, transport })
  expect(load(supergraph)).not.toThrow()
  expect(load(supergraph.replace(asComposed, 'https://specs.apollo.dev/authenticated/v1.0"'))).toThrow(
    /authenticated v1/,
  )
  expect(load(supergraph.replace(asComposed, 'https://example.com/clearance/v0.1"'))).toThrow(/clearance/)
})

test('a rule that cannot be read is refused', async () => {
  const { supergraph } = await startFederation(guarded)
  const transport = {
    fetch: () => Promise.reject(new Error()),
    subscribe: () => ({}) as never,
    close: async () => {},
  }
  const broken = supergraph.replace('@requiresScopes(scopes: [["bank"]])', '@requiresScopes')
  expect(() => new Engine({ supergraph: broken, transport })).toThrow(
    /@requiresScopes at Iban has no argument "scopes"/,
  )
})
