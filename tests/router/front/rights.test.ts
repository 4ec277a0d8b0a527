import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '#platform/testkit/until.ts'
import { follow } from './live-client.ts'
import { staffWithRoles } from './person.ts'
import { startTestSystem, type TestSystem } from './test-system.ts'

let system: TestSystem
beforeAll(async () => {
  system = await startTestSystem()
})
afterAll(() => system?.stop())

interface BoardAnswer {
  boardChanged: { waiting: number; costs: number | null }
}

test('staff of other roles follow one topic, and each sees what their role may see', async () => {
  const { url } = system.router
  const query = 'subscription { boardChanged { waiting costs } }'
  const tokens = {
    agent: await staffWithRoles(url, 'agent', ['agent']),
    another: await staffWithRoles(url, 'another', ['agent']),
    supervisor: await staffWithRoles(url, 'supervisor', ['supervisor']),
  }
  const [agent, another, supervisor] = Object.values(tokens).map((token) =>
    follow<BoardAnswer>(url, token, query),
  )
  const all = [agent, another, supervisor]
  const saw = (waiting: number) =>
    until(`everybody to see ${waiting} waiting`, () =>
      all.every((one) => one?.received.at(-1)?.data?.boardChanged.waiting === waiting),
    )
  await saw(0)
  system.conversation.board.waiting = 3
  system.subgraph().ctx.live.changed('board')
  await saw(3)
  for (const one of [agent, another]) {
    for (const { data, errors } of one?.received ?? []) {
      expect(data?.boardChanged.costs).toBeNull()
      expect(errors).toEqual([
        {
          message: 'Unauthorized field or type',
          path: ['boardChanged', 'costs'],
          extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
        },
      ])
    }
  }
  for (const { data, errors } of supervisor?.received ?? []) {
    expect([data?.boardChanged.costs, errors]).toEqual([9, undefined])
  }
  // both agents share one upstream, which the supervisor does not
  expect(system.conversation.subscribed['boardChanged']).toBe(2)
  for (const one of all) await one?.stop()
})
