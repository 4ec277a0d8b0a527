import { expect, test } from 'vitest'
import { startFederation } from './federation.ts'
import { library } from './library.ts'

test('errors from two subgraphs at once, each with its path, code and subgraph', async () => {
  const { ask } = await startFederation(library)
  const { data, errors } = await ask(
    '{ broken brokenPerson { id } person(id: "p1") { name } books(first: 1) { id } }',
  )
  expect(data).toEqual({
    broken: null,
    brokenPerson: null,
    person: { name: 'Name p1' },
    books: [{ id: 'b1' }],
  })
  expect(errors).toHaveLength(2)
  expect(errors).toEqual(
    expect.arrayContaining([
      {
        message: 'The shelf broke',
        path: ['broken'],
        extensions: { code: 'SHELF_BROKE', serviceName: 'books' },
      },
      {
        message: 'Nobody answers',
        path: ['brokenPerson'],
        extensions: { code: 'NOBODY', serviceName: 'people' },
      },
    ]),
  )
})

test('an error about an entity shows at every place which that entity completes', async () => {
  const { ask } = await startFederation(library)
  const { data, errors } = await ask('{ books(first: 3) { author { hidden: secret friend { secret } } } }')
  expect(data).toEqual({
    books: [
      { author: { hidden: null, friend: { secret: null } } },
      { author: { hidden: null, friend: null } },
      { author: { hidden: null, friend: { secret: null } } },
    ],
  })
  expect(errors?.map(({ path, message }) => [path, message])).toEqual(
    expect.arrayContaining([
      [['books', 0, 'author', 'hidden'], 'No secret of p1'],
      [['books', 2, 'author', 'hidden'], 'No secret of p1'],
      [['books', 1, 'author', 'hidden'], 'No secret of p2'],
      [['books', 0, 'author', 'friend', 'secret'], 'No secret of p2'],
      [['books', 2, 'author', 'friend', 'secret'], 'No secret of p2'],
    ]),
  )
  expect(errors).toHaveLength(5)
})

test('an error in a fetch for several places goes to its own place', async () => {
  const { ask } = await startFederation(library)
  const { data, errors } = await ask('{ a: book(id: "b1") { author { id } } shelves { author { secret } } }')
  expect(data).toMatchObject({ a: { author: { id: 'p1' } } })
  expect(errors?.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      ['shelves', 0, 0, 'author', 'secret'],
      ['shelves', 0, 2, 'author', 'secret'],
      ['shelves', 2, 0, 'author', 'secret'],
    ]),
  )
  expect(errors).toHaveLength(3)
})

test('what servers tell their developers stays inside: stack traces, in whatever extension', async () => {
  const { ask, subgraphs } = await startFederation(library)
  const extensions = {
    code: 'BROKEN',
    hint: 'try again',
    exception: { stacktrace: ['at secret.js:1'] },
    stacktrace: ['at secret.js:2'],
    stack: 'at secret.js:3',
    debugMessage: 'secret.js:4',
  }
  const error = { message: 'It broke', path: ['everybody'], extensions }
  subgraphs.people.intercept.push((_request, response) =>
    response.end(JSON.stringify({ data: { everybody: null }, errors: [error] })),
  )
  const answer = await ask('{ everybody { id } }')
  expect(answer.errors).toEqual([
    {
      message: 'It broke',
      path: ['everybody'],
      extensions: { code: 'BROKEN', hint: 'try again', serviceName: 'people' },
    },
  ])
  expect(JSON.stringify(answer)).not.toContain('secret.js')
})
