import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { expect, test, vi } from 'vitest'
import { createLogger } from '#platform/log/logger.ts'
import { Engine } from '../engine/engine.ts'
import { HttpTransport } from '../engine/http-transport.ts'
import { planAhead } from './plan-ahead.ts'
import { TrustedDocuments } from './trusted-documents.ts'

const supergraph = `
  schema @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
  directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
  directive @join__graph(name: String!, url: String!) on ENUM_VALUE
  directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
  directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
  scalar join__FieldSet
  scalar link__Import
  enum link__Purpose { SECURITY EXECUTION }
  enum join__Graph { A @join__graph(name: "a", url: "http://127.0.0.1:9/graphql") }
  type Query @join__type(graph: A) { one: Int two: Int }
`

test('what was planned ahead is not planned again, whichever operation is asked', async () => {
  const transport = new HttpTransport().use({ a: 'http://127.0.0.1:9/graphql' })
  const engine = new Engine({ supergraph, transport })
  const trusted = new TrustedDocuments()
  trusted.add('1', 'query One { one }')
  trusted.add('2', 'query First { one } query Second { two }')
  const plan = vi.spyOn(QueryPlanner.prototype, 'plan')
  await planAhead(engine, trusted, createLogger('test', 'silent'))
  const planned = plan.mock.calls.length
  expect(planned).toBe(3)
  expect(engine.prepare('query One { one }')).toMatchObject({ name: 'One' })
  expect(engine.prepare('query First { one } query Second { two }', 'Second')).toMatchObject({
    name: 'Second',
  })
  expect(plan.mock.calls.length).toBe(planned)
  engine.prepare('{ two }')
  expect(plan.mock.calls.length).toBe(planned + 1)
})
