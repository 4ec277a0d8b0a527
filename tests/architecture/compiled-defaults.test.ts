import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DocumentNode, Kind, parse, visit } from 'graphql'
import { expect, test } from 'vitest'

const subgraphs = fileURLToPath(new URL('../../subgraphs', import.meta.url))

/**
 * Input fields that must not be null and have a default. The compiler of queries (graphql-jit) refuses to leave such a
 * field out from a document's second run on, though GraphQL allows it.
 */
function requiredWithDefault(schema: DocumentNode): string[] {
  const found: string[] = []
  visit(schema, {
    InputObjectTypeDefinition({ name, fields }) {
      for (const field of fields ?? []) {
        if (field.type.kind === Kind.NON_NULL_TYPE && field.defaultValue)
          found.push(`${name.value}.${field.name.value}`)
      }
    },
  })
  return found
}

test.each(readdirSync(subgraphs))('no input field of %s is both required and defaulted', (name) => {
  expect(requiredWithDefault(parse(readFileSync(join(subgraphs, name, 'schema.graphql'), 'utf8')))).toEqual(
    [],
  )
})

test('one would be found', () => {
  expect(
    requiredWithDefault(parse('input Wish { size: Int! = 1 colour: String = "red" shape: String! }')),
  ).toEqual(['Wish.size'])
})
