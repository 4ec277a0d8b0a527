import { expect, test } from 'vitest'
import { startFederation } from '../engine/federation.ts'
import { everything, guarded, stranger } from './guarded.ts'

interface Way {
  query: string
  /** What a stranger gets. */
  data: unknown
  /** Where a stranger is told that something was left out. */
  paths: string[]
  /** What no subgraph may be asked for on a stranger's behalf. */
  unasked?: RegExp
  variables?: Record<string, unknown>
}

const ways: Record<string, Way> = {
  'a root field': {
    query: '{ number whispered }',
    data: { number: 7, whispered: null },
    paths: ['whispered'],
    unasked: /whispered/,
  },
  'a field': {
    query: '{ me { name email } }',
    data: { me: { name: 'Name u1', email: null } },
    paths: ['me.email'],
    unasked: /email/,
  },
  'an alias': {
    query: '{ me { name: email id } }',
    data: { me: { name: null, id: 'u1' } },
    paths: ['me.name'],
    unasked: /email/,
  },
  'an inline fragment': {
    query: '{ me { ... { email } ... on User { label } ... on Node { id } } }',
    data: { me: { email: null, label: null, id: 'u1' } },
    paths: ['me.email', 'me.label'],
    unasked: /email|label/,
  },
  'a named fragment': {
    query: '{ me { ...A id } number } fragment A on User { ...B name } fragment B on User { email }',
    data: { me: { email: null, name: 'Name u1', id: 'u1' }, number: 7 },
    paths: ['me.email'],
    unasked: /email/,
  },
  'a fragment of the query': {
    query: '{ ...Q } fragment Q on Query { whispered number }',
    data: { whispered: null, number: 7 },
    paths: ['whispered'],
    unasked: /whispered/,
  },
  'an interface field': {
    query: '{ nodes { id label } }',
    data: { nodes: [{ id: 'u1', label: null }, { id: 'r1', label: null }, null] },
    paths: ['nodes.label'],
    unasked: /label/,
  },
  'an object of an interface': {
    query: '{ nodes { id ... on User { label } } }',
    data: { nodes: [{ id: 'u1', label: null }, { id: 'r1' }, null] },
    paths: ['nodes.label'],
    unasked: /label/,
  },
  'an interface within an object': {
    query: '{ nodes { ... on User { ... on Node { label } } ... on Robot { ... on Node { label } } } }',
    data: { nodes: [{ label: null }, { label: 'Robot' }, null] },
    paths: ['nodes.label'],
    unasked: /typename label|User\s*\{[^}]*label/,
  },
  'an interface on an object': {
    query: '{ me { ... on Node { label id } } }',
    data: { me: { label: null, id: 'u1' } },
    paths: ['me.label'],
    unasked: /label/,
  },
  'a union': {
    query:
      '{ found { ... on User { email id } ... on Vault { gold } ... on Robot { label } ... on Node { id } } }',
    data: { found: [{ email: null, id: 'u1' }, { label: 'Robot', id: 'r1' }, { gold: null }] },
    paths: ['found.email', 'found.gold'],
    unasked: /email|gold/,
  },
  'the type name of a union with a protected type': {
    query: '{ number found { __typename } }',
    data: { number: 7, found: [null, null, null] },
    paths: ['found.__typename'],
  },
  'one key twice, denied for all that can be there and allowed for one of them': {
    query: '{ found { __typename ... on User { __typename id } } }',
    data: { found: [{ __typename: 'User', id: 'u1' }, null, null] },
    paths: ['found.__typename'],
  },
  'an object of a protected type': {
    query: '{ number vault { id } }',
    data: { number: 7, vault: null },
    paths: ['vault'],
    unasked: /vault/,
  },
  'the type name of a protected type': {
    query: '{ me { id vault { __typename } } }',
    data: { me: { id: 'u1', vault: null } },
    paths: ['me.vault'],
    unasked: /vault/,
  },
  'an enum': {
    query: '{ number level me { level id } }',
    data: { number: 7, level: null, me: { level: null, id: 'u1' } },
    paths: ['level', 'me.level'],
    unasked: /level/,
  },
  'a scalar': {
    query: '{ number iban me { iban id } }',
    data: { number: 7, iban: null, me: { iban: null, id: 'u1' } },
    paths: ['iban', 'me.iban'],
    unasked: /iban/,
  },
  'a list': {
    query: '{ me { friends { name email } } }',
    data: { me: { friends: [{ name: 'Name u2', email: null }, null, { name: 'Name u3', email: null }] } },
    paths: ['me.friends.email'],
    unasked: /email/,
  },
  'a list of lists, where the field may not be null': {
    query: '{ me { grid { name pin } id } }',
    data: { me: { grid: [null, null], id: 'u1' } },
    paths: ['me.grid.pin'],
    unasked: /pin|[{ ]name/,
  },
  'a field that may not be null': {
    query: '{ number me { name pin } }',
    data: { number: 7, me: null },
    paths: ['me.pin'],
    unasked: /me|pin/,
  },
  'a field that may not be null, all the way up': {
    query: '{ number user(id: "u1") { pin } }',
    data: null,
    paths: ['user.pin'],
    unasked: /./,
  },
  'a field that may not be null, below': {
    query: '{ me { account { id owner { pin } } } }',
    data: { me: { account: { id: 'u1', owner: null } } },
    paths: ['me.account.owner.pin'],
    unasked: /owner|pin/,
  },
  'one key twice, of which one is denied': {
    query: '{ me { account { owner { pin } } } me { account { owner { name } id } } }',
    data: { me: { account: { owner: null, id: 'u1' } } },
    paths: ['me.account.owner.pin'],
    unasked: /pin/,
  },
  'an entity field of another subgraph': {
    query: '{ me { street phone } }',
    data: { me: { street: 'Street', phone: null } },
    paths: ['me.phone'],
    unasked: /phone/,
  },
  'a renamed directive': {
    query: '{ number posted }',
    data: { number: 7, posted: null },
    paths: ['posted'],
    unasked: /posted/,
  },
  'a namespaced directive': {
    query: '{ number stamped }',
    data: { number: 7, stamped: null },
    paths: ['stamped'],
    unasked: /stamped/,
  },
  'a field that requires a denied one': {
    query: '{ me { street greeting } }',
    data: { me: { street: 'Street', greeting: null } },
    paths: ['me.greeting'],
    unasked: /email|greeting/,
  },
  'a field that requires one that requires a denied one': {
    query: '{ me { street card } }',
    data: { me: { street: 'Street', card: null } },
    paths: ['me.card'],
    unasked: /email|greeting|card/,
  },
  'a field of an interface object': {
    query: '{ media { title stars review } }',
    data: {
      media: [
        { title: 'Title f1', stars: 5, review: null },
        { title: 'Song', stars: 5, review: null },
      ],
    },
    paths: ['media.review'],
    unasked: /review/,
  },
  'an interface object by one of its objects': {
    query: '{ media { ... on Film { stars review } } }',
    data: { media: [{ stars: 5, review: null }, {}] },
    paths: ['media.review'],
    unasked: /review/,
  },
  'a mutation': {
    query: 'mutation { wipe touch { done } }',
    data: { wipe: null, touch: { done: true } },
    paths: ['wipe'],
    unasked: /wipe/,
  },
  'a mutation’s payload': {
    query: 'mutation { touch { note user { email } } }',
    data: { touch: { note: null, user: { email: null } } },
    paths: ['touch.note', 'touch.user.email'],
    unasked: /note|email/,
  },
  'beside introspection': {
    query: '{ __typename __schema { queryType { name } } number whispered }',
    data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } }, number: 7, whispered: null },
    paths: ['whispered'],
    unasked: /whispered/,
  },
  'a variable’s condition that holds': {
    query: 'query($yes: Boolean!) { me { id ... @include(if: $yes) { email } pin @skip(if: $yes) } }',
    variables: { yes: true },
    data: { me: { id: 'u1', email: null } },
    paths: ['me.email'],
    unasked: /email|pin/,
  },
  'a variable’s condition that does not hold': {
    query: 'query($no: Boolean!) { me { id email @include(if: $no) pin @include(if: $no) } }',
    variables: { no: false },
    data: { me: { id: 'u1' } },
    paths: [],
    unasked: /email|pin/,
  },
}

test.each(Object.entries(ways))('%s', async (_name, { query, variables, data, paths, unasked }) => {
  const { ask, subgraphs } = await startFederation(guarded)
  const asked = () => Object.values(subgraphs).flatMap(({ requests }) => requests.map((one) => one.query))
  const denied = await ask(query, variables, { access: stranger })
  expect(denied.data).toEqual(data)
  expect((denied.errors ?? []).map(({ path }) => path?.join('.')).sort()).toEqual([...paths].sort())
  for (const error of denied.errors ?? []) {
    expect(error.extensions).toEqual({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' })
  }
  expect(JSON.stringify(denied)).not.toMatch(/secret/i)
  if (unasked) expect(asked().filter((text) => unasked.test(text))).toEqual([])

  const allowed = await ask(query, variables, { access: everything })
  expect(allowed.errors).toBeUndefined()
  expect(Object.keys(allowed.data ?? {})).toEqual(Object.keys(denied.data ?? allowed.data ?? {}))
  if (unasked && paths.length) expect(asked().some((text) => unasked.test(text))).toBe(true)
})

test('no field can pass for the name of an object’s type', async () => {
  const { ask, requests } = await startFederation(guarded)
  for (const query of [
    '{ nodes { __typename: id } }',
    '{ me { ...A } } fragment A on User { __typename: name }',
  ]) {
    expect((await ask(query, {}, { access: everything })).errors).toMatchObject([
      { message: 'The name "__typename" is reserved', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ])
  }
  expect((await ask('{ me { __typename: __typename } }')).data).toEqual({ me: { __typename: 'User' } })
  expect(requests()).toEqual({ people: 1, letters: 0, cards: 0 })
})

test('the rules of one viewer are not those of the next one', async () => {
  const { ask } = await startFederation(guarded)
  const query = '{ me { email phone pin } }'
  const withRights = async (authenticated: boolean, scopes: string[], policies: string[]) =>
    (
      await ask(
        query,
        {},
        { access: { rights: { authenticated, scopes: new Set(scopes), policies: new Set(policies) } } },
      )
    ).data
  expect(await withRights(false, ['email', 'read'], ['owner'])).toEqual({
    me: { email: 'secret email', phone: null, pin: 'secret pin' },
  })
  expect(await withRights(true, ['email'], ['owner'])).toEqual({
    me: { email: null, phone: 'secret phone', pin: 'secret pin' },
  })
  expect(await withRights(true, ['admin'], ['owner'])).toEqual({
    me: { email: 'secret email', phone: 'secret phone', pin: 'secret pin' },
  })
  expect(await withRights(true, ['admin'], [])).toEqual({ me: null })
})

test('without any rights in the context nothing protected is given', async () => {
  const { ask } = await startFederation(guarded)
  expect((await ask('{ number whispered }')).data).toEqual({ number: 7, whispered: null })
})
