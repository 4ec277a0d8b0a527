import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { undescribed } from './undescribed.ts'

const subgraphs = fileURLToPath(new URL('../../subgraphs', import.meta.url))

test.each(readdirSync(subgraphs))('everything in the schema of %s is described', (name) => {
  expect(undescribed(parse(readFileSync(join(subgraphs, name, 'schema.graphql'), 'utf8')))).toEqual([])
})

test('a type, field, argument, input field or enum value without a description would be found', () => {
  const schema = parse(`
    type Query { "Described." queue(id: ID!): Queue }
    type Queue { name: String! }
    "Described." input Wish { size: Int }
    "Described." enum Colour { RED }`)
  expect(undescribed(schema)).toEqual(['Query.queue.id', 'Queue', 'Queue.name', 'Wish.size', 'Colour.RED'])
})
