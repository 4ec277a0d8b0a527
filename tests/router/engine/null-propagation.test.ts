import { expect, test } from 'vitest'
import { startFederation } from './federation.ts'
import { library } from './library.ts'

const nothing = (path: (string | number)[]) => ({
  message: `The field "${path.findLast((part) => typeof part === 'string')}" may not be null, but has no value`,
  path,
  extensions: { code: 'NULL_IN_NON_NULL_FIELD' },
})

test('an entity that a subgraph answers with null: its nullable fields are null, without an error', async () => {
  const { ask } = await startFederation(library)
  expect(await ask('{ book(id: "b4") { title author { id nickname } } }')).toEqual({
    data: { book: { title: 'Title b4', author: { id: 'p3', nickname: null } } },
  })
})

test('… its non-null fields make the nearest nullable field null, with an error entry at the non-null field', async () => {
  const { ask } = await startFederation(library)
  expect(await ask('{ books { title author { id name } } }')).toEqual({
    errors: [nothing(['books', 3, 'author', 'name'])],
    data: {
      books: [
        { title: 'Title b1', author: { id: 'p1', name: 'Name p1' } },
        { title: 'Title b2', author: { id: 'p2', name: 'Name p2' } },
        { title: 'Title b3', author: { id: 'p1', name: 'Name p1' } },
        { title: 'Title b4', author: null },
      ],
    },
  })
})

test('the path names response keys, and each place has an entry of its own', async () => {
  const { ask } = await startFederation(library)
  const query =
    '{ a: book(id: "b4") { by: author { called: name } } b: book(id: "b4") { author { name greeting(language: "en") } } }'
  expect(await ask(query)).toEqual({
    errors: [nothing(['a', 'by', 'called']), nothing(['b', 'author', 'name'])],
    data: { a: { by: null }, b: { author: null } },
  })
})

const drawers = {
  maps: {
    sdl: `type Query { maps: [Map!]! rows: [[Map]!]! grid: [[Map!]!] }
      type Map @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        maps: () => [{ id: 'm1' }, { id: 'lost' }],
        rows: () => [[{ id: 'm1' }, { id: 'lost' }]],
        grid: () => [[{ id: 'm1' }], [{ id: 'lost' }]],
      },
    },
  },
  scales: {
    sdl: 'type Query { none: Int } type Map @key(fields: "id") { id: ID! scale: Int! }',
    resolvers: {
      Map: {
        __resolveReference: ({ id }: { id: string }) => (id === 'lost' ? null : { id }),
        scale: () => 7,
      },
    },
  },
}

test('non-null all the way up makes data null', async () => {
  const { ask } = await startFederation(drawers)
  expect(await ask('{ maps { id scale } }')).toEqual({
    errors: [nothing(['maps', 1, 'scale'])],
    data: null,
  })
})

test('in lists of lists the null stops at the first nullable level', async () => {
  const { ask } = await startFederation(drawers)
  expect(await ask('{ rows { scale } }')).toEqual({
    errors: [nothing(['rows', 0, 1, 'scale'])],
    data: { rows: [[{ scale: 7 }, null]] },
  })
  expect(await ask('{ grid { scale } }')).toEqual({
    errors: [nothing(['grid', 1, 0, 'scale'])],
    data: { grid: null },
  })
})

test('where the subgraph said why, nothing is added', async () => {
  const { ask } = await startFederation({
    ...drawers,
    scales: {
      ...drawers.scales,
      resolvers: {
        Map: {
          scale: ({ id }: { id: string }) => {
            if (id === 'lost') throw new Error('Lost')
            return 7
          },
        },
      },
    },
  })
  expect(await ask('{ rows { scale } }')).toEqual({
    errors: [{ message: 'Lost', path: ['rows', 0, 1, 'scale'], extensions: { serviceName: 'scales' } }],
    data: { rows: [[{ scale: 7 }, null]] },
  })
})
