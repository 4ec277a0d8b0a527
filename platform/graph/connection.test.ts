import { Schema } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineModel } from '../store/define-model.ts'
import { createTestService, type TestService } from '../testkit/test-service.ts'
import { connection, pageOf } from './connection.ts'
import { encodeCursor } from './cursor.ts'
import { rowsBehind } from './rows-behind.ts'

interface Row {
  _id: string
  at: Date
  urgency: number
}
const Rows = defineModel<Row>('Row', new Schema<Row>({ _id: String, at: Date, urgency: Number }), 'rows')
const order = { urgency: -1, at: 1, _id: 1 } as const

let service: TestService
beforeAll(async () => {
  service = await createTestService({ name: 'rows', working: false })
  // Many equal values, so that only the whole place tells rows apart.
  await Rows(service.ctx.db).insertMany(
    Array.from({ length: 57 }, (_, at) => ({ _id: `row-${at}`, at: new Date(at % 3), urgency: at % 2 })),
  )
})
afterAll(() => service.stop())

test.each([1, 7, 19, 57, 100])('pages of %i give every row once, in order', async (first) => {
  const { db } = service.ctx
  const seen: string[] = []
  let after: string | null = null
  let more = true
  while (more) {
    const page = pageOf({ first, after })
    const rows: Row[] = await Rows(db).find(rowsBehind(page, order)).sort(order).limit(page.limit).lean()
    const { nodes, edges, pageInfo } = connection(rows, page, (row) => [row.urgency, row.at, row._id])
    expect(pageInfo.hasPreviousPage).toBe(after !== null)
    expect(edges.map(({ node }) => node)).toEqual(nodes)
    seen.push(...nodes.map(({ _id }) => _id))
    after = pageInfo.endCursor
    more = pageInfo.hasNextPage
  }
  const all = await Rows(db).find().sort(order).lean()
  expect(seen).toEqual(all.map(({ _id }) => _id))
})

test('an empty list has no cursors', () => {
  expect(connection([], pageOf({}), () => []).pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: null,
    endCursor: null,
  })
})

test.each([
  ['first 0', () => pageOf({ first: 0 })],
  ['first 101', () => pageOf({ first: 101 })],
  ['first 51 where 50 is the most', () => pageOf({ first: 51 }, 50)],
  ['first 1.5', () => pageOf({ first: 1.5 })],
  ['a cursor of nothing', () => pageOf({ after: 'rubbish' })],
  [
    'a cursor with an operator in it',
    () => pageOf({ after: Buffer.from('[{"$gt":""}]').toString('base64url') }),
  ],
  ['a cursor of another order', () => rowsBehind(pageOf({ after: encodeCursor(['x']) }), order)],
])('%s is refused', (_what, ask) => {
  expect(ask).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
})
