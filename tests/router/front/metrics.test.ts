import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { documentHash } from '../../../router/documents/document-hash.ts'
import { openSocket } from './live-client.ts'
import { ask, staffToken } from './person.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

const released = 'query Released { customers { id name } }'
const folder = mkdtempSync(join(tmpdir(), 'metrics-'))
let system: TestSystem
let url: string
let staff: string
beforeAll(async () => {
  writeFileSync(join(folder, 'operations.json'), JSON.stringify({ [documentHash(released)]: released }))
  system = await startTestSystem({ WIDGET_DIST: folder, REQUESTS_PER_MINUTE: '{"anonymous":2}' })
  url = system.router.url
  staff = await staffToken(url)
})
afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true })
})

/** The value of the first series of a metric whose labels hold all of these. */
async function value(name: string, ...labels: string[]): Promise<number> {
  const page = await (await fetch(`http://127.0.0.1:${system.router.metricsPort}/metrics`)).text()
  const line = page
    .split('\n')
    .find((one) => one.startsWith(`${name}{`) && labels.every((label) => one.includes(label)))
  return Number(line?.split(' ').at(-1) ?? 0)
}

test('operations are counted by released names only, and by how they ended', async () => {
  await ask(url, staff, released)
  for (let n = 0; n < 3; n++) await ask(url, staff, `query MadeUp${n} { whoAmI }`)
  const seconds = 'throughline_graphql_operation_seconds_count'
  expect(await value(seconds, 'name="Released"', 'operation="query"', 'outcome="ok"')).toBe(1)
  expect(await value(seconds, 'name="other"', 'operation="query"', 'outcome="ok"')).toBe(3)
  expect(await value(seconds, 'MadeUp')).toBe(0)
  expect(await value('throughline_router_response_bytes_total')).toBeGreaterThan(0)
  expect(await value('throughline_http_request_seconds_count', 'route="/graphql"', 'status="200"')).toBe(4)
})

test('what is turned away is counted by its code, limits included', async () => {
  await ask(url, staff, '{ nothing }')
  for (let n = 0; n < 4; n++) await ask(url, undefined, '{ whoAmI }')
  const refused = 'throughline_router_refused_total'
  expect(await value(refused, 'code="GRAPHQL_VALIDATION_FAILED"')).toBe(1)
  expect(await value(refused, 'code="UNAUTHENTICATED"')).toBe(2)
  expect(await value(refused, 'code="RATE_LIMITED"')).toBe(2)
})

test('plans: what was there, what was not, how long it took', async () => {
  const before = await value('throughline_router_plan_lookups_total', 'result="miss"')
  await ask(url, staff, '{ conversation(id: "plan") { id } }')
  await ask(url, staff, '{ conversation(id: "plan") { id } }')
  expect(await value('throughline_router_plan_lookups_total', 'result="miss"')).toBe(before + 1)
  expect(await value('throughline_router_plan_lookups_total', 'result="hit"')).toBeGreaterThan(0)
  expect(await value('throughline_router_planning_seconds_count')).toBe(before + 1)
  expect(await value('throughline_router_plans')).toBeGreaterThan(0)
})

test('subgraphs: answers, failures, retries and the circuit breaker', async () => {
  const conversation = 'subgraph="conversation"'
  expect(
    await value('throughline_router_subgraph_seconds_count', conversation, 'outcome="ok"'),
  ).toBeGreaterThan(0)
  expect(await value('throughline_router_subgraph_breaker', conversation)).toBe(0)
  await system.stopConversation()
  for (let n = 0; n < 6; n++) await ask(url, staff, '{ whoAmI }')
  expect(await value('throughline_router_subgraph_seconds_count', conversation, '"unavailable"')).toBe(5)
  expect(await value('throughline_router_subgraph_seconds_count', conversation, '"refused"')).toBe(1)
  expect(await value('throughline_router_subgraph_retries_total', conversation)).toBe(5)
  expect(await value('throughline_router_subgraph_breaker', conversation)).toBe(2)
  expect(await value('throughline_router_subgraph_in_flight', conversation)).toBe(0)
  await system.startConversation()
  await until('it is asked again', async () => !(await ask(url, staff, '{ whoAmI }')).errors)
  expect(await value('throughline_router_subgraph_breaker', conversation)).toBe(0)
})

test('sockets: open ones, and those that ended by their codes', async () => {
  const { socket, acknowledged, closed } = await openSocket(url, { token: staff })
  await acknowledged
  expect(await value('throughline_router_sockets')).toBe(1)
  socket.send('nonsense')
  await closed
  await until('it is counted', () => value('throughline_router_sockets_closed_total', 'code="4400"'))
})
