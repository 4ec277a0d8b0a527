import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { Trial } from './trial.ts'

const ours = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8')

function opened() {
  const trial = new Trial()
  onTestFinished(() => trial.close())
  return (sdl: string, operations: Array<{ query: string; operationName?: string }> = []) =>
    trial.run({ sdl, urls: {}, operations })
}

/** A supergraph of two subgraphs, by what it says of its types. */
const small = (types: string) => `
  schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query }
  directive @link(url: String, as: String, for: String, import: [String]) repeatable on SCHEMA
  directive @join__graph(name: String!, url: String!) on ENUM_VALUE
  directive @join__field(graph: join__Graph, requires: String) repeatable on FIELD_DEFINITION
  directive @join__type(graph: join__Graph!, key: String, resolvable: Boolean! = true) repeatable on OBJECT | UNION
  directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
  enum join__Graph { A @join__graph(name: "a", url: "http://a.test") B @join__graph(name: "b", url: "http://b.test") }
  ${types}`
const thing = (keyInB: string) =>
  small(`type Query @join__type(graph: A) @join__type(graph: B) { thing: Thing @join__field(graph: A) }
    type Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "${keyInB}") {
      id: ID! @join__field(graph: A)
      size: Int @join__field(graph: B)
    }
    type Other @join__type(graph: A) { id: ID! }
    union Foreign @join__type(graph: A) @join__unionMember(graph: A, member: "Other") = Other`)

test('a way to every field of our supergraph is found, and what clients lose is told', async () => {
  const report = await opened()(ours, [
    { query: '{ queues { id } }' },
    { query: 'query Kept { queues { id } } query Lost { queues { shoeSize } }', operationName: 'Lost' },
    { query: '{ nothing }' },
  ])
  expect(report.problems).toEqual([])
  expect(report.lost).toEqual([
    { operation: 'Lost', reason: expect.stringContaining('shoeSize') },
    { operation: '{ nothing }', reason: expect.stringContaining('nothing') },
  ])
})

test('a key that no subgraph can give is found by planning', async () => {
  const run = opened()
  expect((await run(small(''))).problems[0]?.code).toBe('SUPERGRAPH_INVALID_SCHEMA')
  const { problems } = await run(thing('size'))
  expect(problems[0]).toEqual({
    code: 'SUPERGRAPH_NOT_PLANNABLE',
    message: expect.stringContaining('No way to Query.thing'),
  })
})

test.each([
  ['a key by a fragment that there is not', thing('...Nothing'), /Nothing/],
  ['a key that narrows to a foreign union', thing('... on Foreign { __typename }'), /Foreign/],
])('a supergraph that ends the planner ends only the trial: %s', async (_what, sdl, words) => {
  const run = opened()
  const { problems } = await run(sdl)
  expect(problems).toEqual([
    { code: 'SUPERGRAPH_PLANNER_REFUSED', message: expect.stringMatching(/ends the planner's process/) },
  ])
  expect(problems[0]?.message).toMatch(words)
  expect((await run(ours)).problems).toEqual([])
})

test('trials that are wanted at once are held one after the other, each with its own answer', async () => {
  const run = opened()
  const reports = await Promise.all([run(ours), run('type'), run(ours), run('')])
  expect(reports.map(({ problems }) => problems[0]?.code)).toEqual([
    undefined,
    'SUPERGRAPH_SYNTAX',
    undefined,
    'SUPERGRAPH_EMPTY',
  ])
})

test('a router that ends waits for no trial, and blames no supergraph', async () => {
  const trial = new Trial()
  const running = trial.run({ sdl: ours, urls: {}, operations: [] })
  await Promise.resolve()
  trial.close()
  expect((await running).problems[0]?.code).toBe('SUPERGRAPH_TRIAL_FAILED')
  const late = await trial.run({ sdl: ours, urls: {}, operations: [] })
  expect(late.problems[0]?.code).toBe('SUPERGRAPH_TRIAL_FAILED')
})
