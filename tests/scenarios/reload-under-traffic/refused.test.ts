import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, staffToken, staffWithRoles } from '../../router/front/person.ts'
import { startTestSystem, type TestSystem } from '../../router/front/test-system.ts'
import { refuses, servedBy, serves } from './served-supergraph.ts'

let system: TestSystem
let url: string
let admin: string
beforeAll(async () => {
  system = await startTestSystem()
  url = system.router.url
  admin = await staffToken(url)
})
afterAll(() => system?.stop())

const join = '@link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)'

/** What somebody could publish by mistake, made of the supergraph that serves. */
const mistakes: Array<[what: string, (good: string) => string, code: string]> = [
  ['a syntax error', (good) => `${good}\ntype Query {`, 'SUPERGRAPH_SYNTAX'],
  ['a schema that is no supergraph', () => 'type Query { whoAmI: String! }', 'NOT_A_SUPERGRAPH'],
  [
    'a subgraph that nobody knows the address of',
    (good) =>
      good
        .replace(/(enum join__Graph \{)/, '$1 BILLING @join__graph(name: "billing", url: "")')
        .replace(/type Query ([^{]*)\{/, 'type Query $1@join__type(graph: BILLING) {'),
    'SUPERGRAPH_ADDRESS_MISSING',
  ],
  [
    'a specification that is needed and unknown',
    (good) =>
      good.replace(join, `${join} @link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)`),
    'SUPERGRAPH_UNKNOWN_SPEC',
  ],
  [
    'a key that no subgraph can give',
    (good) => good.replace(/(graph: CUSTOMER, key: )"id"/, '$1"name"'),
    'SUPERGRAPH_NOT_PLANNABLE',
  ],
  ['an empty file', () => '', 'SUPERGRAPH_EMPTY'],
  ['half a file', (good) => good.slice(0, good.indexOf('{', good.length / 2) + 1), 'SUPERGRAPH_SYNTAX'],
  [
    'a supergraph that ends the planner',
    (good) => good.replace(/(graph: CUSTOMER, key: )"id"/, '$1"...Nothing"'),
    'SUPERGRAPH_PLANNER_REFUSED',
  ],
  ['a type without fields', (good) => `${good}\ntype Nothing`, 'SUPERGRAPH_INVALID_SCHEMA'],
  ['a huge file', (good) => `${good}\n${'# huge\n'.repeat(1_500_000)}`, 'SUPERGRAPH_TOO_LARGE'],
  [
    'a live topic that is none',
    (good) => good.replace('topic: "board"', 'topic: "board {nobody}"'),
    'SUPERGRAPH_INVALID_TOPIC',
  ],
]

test.each(mistakes)('%s changes nothing, and is told', async (_what, make, code) => {
  const good = system.supergraph()
  const bad = make(good)
  expect(bad).not.toBe(good)
  const before = await servedBy(url, admin)
  system.publish(bad)
  expect(await refuses(url, admin, bad)).toEqual([code])
  expect(await servedBy(url, admin)).toMatchObject({
    version: before.version,
    sha256: before.sha256,
    since: before.since,
  })
  expect(await ask(url, admin, '{ whoAmI customers { name } }')).toMatchObject({
    status: 200,
    data: { whoAmI: expect.stringMatching(/^staff /), customers: [{ name: 'Person p1' }] },
  })
})

test('after all of that a good one is taken; what was refused is counted, and shown to admins only', async () => {
  const good = system.supergraph((sdl, name) =>
    name === 'conversation' ? sdl.replace('type Query {', 'type Query {\n  more: String') : sdl,
  )
  system.publish(good)
  const { refused, source, subgraphs } = await serves(url, admin, good)
  expect(refused).toHaveLength(mistakes.length)
  expect([source, subgraphs]).toEqual(['file', ['conversation', 'customer']])
  const metrics = await (await fetch(`http://127.0.0.1:${system.router.metricsPort}/metrics`)).text()
  expect(metrics).toContain(`reloads_total{outcome="refused",service="router"} ${mistakes.length}`)
  expect(metrics).toContain('reloads_total{outcome="swapped",service="router"} 1')
  expect(metrics).toMatch(
    /supergraph_info\{version="[0-9a-f]{12}",sha256="[0-9a-f]{64}",service="router"\} 1/,
  )

  const agent = await staffWithRoles(url, 'agent', ['agent'])
  const asked = (headers: Record<string, string>) => fetch(`${url}/admin/supergraph`, { headers })
  expect((await asked({ authorization: `Bearer ${agent}` })).status).toBe(403)
  expect((await asked({})).status).toBe(401)
})
