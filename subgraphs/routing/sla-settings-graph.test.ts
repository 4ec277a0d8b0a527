import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import type { RoutingConfig } from './config.ts'
import { ada, codesOf, startRoutingGraph, supervisor, visitor } from './testing/routing-graph-under-test.ts'

let subgraph: TestSubgraph<RoutingConfig>
beforeAll(async () => {
  subgraph = await startRoutingGraph()
})
afterAll(() => subgraph.stop())

const saveCalendar = `mutation ($input: SaveBusinessCalendarInput!) { saveBusinessCalendar(input: $input) {
  businessCalendar { id name timeZone intervals { weekday from to } holidays { date yearly name hours { from to } } }
  userErrors { field code } } }`
const calendar = {
  id: 'new-york',
  name: 'New York',
  timeZone: 'America/New_York',
  intervals: [
    { weekday: 'SATURDAY', from: '22:00', to: '24:00' },
    { weekday: 'SUNDAY', from: '00:00', to: '06:00' },
  ],
  holidays: [{ date: '2026-12-26', yearly: true, name: 'Closed', hours: [{ from: '09:30', to: '12:00' }] }],
}
const savePolicy = `mutation ($input: SaveSlaPolicyInput!) { saveSlaPolicy(input: $input) {
  slaPolicy { id channel queueId minimumPriority customerTier metric target warnBefore pauseOn removedAt calendar { id } }
  userErrors { field code } } }`
const policy = {
  id: 'gold-nights',
  name: 'Gold at night',
  mediaType: 'CHAT',
  channel: 'web-chat',
  queueId: 'chats',
  minimumPriority: 2,
  customerTier: 'gold',
  metric: 'RESOLUTION',
  target: 'PT7H',
  warnBefore: 'PT1H',
  calendarId: 'new-york',
  pauseOn: ['CUSTOMER_TURN'],
}

test('a supervisor sets a calendar and a policy by it, and sees what it makes of a contact', async () => {
  expect(await subgraph.query(supervisor, saveCalendar, { input: calendar })).toEqual({
    data: { saveBusinessCalendar: { businessCalendar: calendar, userErrors: [] } },
  })
  const { calendarId: _id, name: _name, mediaType: _media, ...fields } = policy
  expect(await subgraph.query(supervisor, savePolicy, { input: policy })).toEqual({
    data: {
      saveSlaPolicy: {
        slaPolicy: { ...fields, calendar: { id: 'new-york' }, removedAt: null },
        userErrors: [],
      },
    },
  })
  // The night in which clocks go forward has seven hours.
  const preview = await subgraph.query(
    ada,
    '{ slaPreview(policyId: "gold-nights", startedAt: "2027-03-14T03:00:00.000Z") { warnAt dueAt } none: slaPreview(policyId: "no", startedAt: "2027-03-14T03:00:00.000Z") { dueAt } }',
  )
  expect(preview).toEqual({
    data: {
      slaPreview: { warnAt: '2027-03-14T09:00:00.000Z', dueAt: '2027-03-14T10:00:00.000Z' },
      none: null,
    },
  })
  const lists = await subgraph.query<{ slaPolicies: object[]; businessCalendars: object[] }>(
    ada,
    '{ slaPolicies { id } businessCalendars { id } }',
  )
  expect(lists.data?.slaPolicies[0]).toEqual({ id: 'gold-nights' })
  expect(lists.data?.businessCalendars).toEqual([{ id: 'new-york' }])
})

test('what is in use stays, and what is removed is gone from the lists', async () => {
  const removeCalendar =
    'mutation { removeBusinessCalendar(id: "new-york") { removedId userErrors { code } } }'
  expect(await subgraph.query(supervisor, removeCalendar)).toEqual({
    data: { removeBusinessCalendar: { removedId: null, userErrors: [{ code: 'IN_USE' }] } },
  })
  const removePolicy =
    'mutation { removeSlaPolicy(id: "gold-nights") { slaPolicy { id } userErrors { code } } }'
  expect(await subgraph.query(supervisor, removePolicy)).toEqual({
    data: { removeSlaPolicy: { slaPolicy: { id: 'gold-nights' }, userErrors: [] } },
  })
  expect(await subgraph.query(supervisor, removeCalendar)).toEqual({
    data: { removeBusinessCalendar: { removedId: 'new-york', userErrors: [] } },
  })
  const lists = await subgraph.query<{ slaPolicies: Array<{ id: string }>; businessCalendars: object[] }>(
    ada,
    '{ slaPolicies { id } businessCalendars { id } }',
  )
  expect(lists.data?.slaPolicies.map(({ id }) => id)).not.toContain('gold-nights')
  expect(lists.data?.businessCalendars).toEqual([])
})

test('only supervisors set them, and visitors see none', async () => {
  for (const viewer of [ada, visitor]) {
    expect(codesOf(await subgraph.query(viewer, saveCalendar, { input: calendar }))).toEqual(['FORBIDDEN'])
    expect(codesOf(await subgraph.query(viewer, savePolicy, { input: policy }))).toEqual(['FORBIDDEN'])
  }
  const preview = '{ slaPreview(policyId: "default-chat", startedAt: "2027-03-14T03:00:00.000Z") { dueAt } }'
  expect(codesOf(await subgraph.query(visitor, '{ businessCalendars { id } }'))).toEqual(['FORBIDDEN'])
  expect(codesOf(await subgraph.query(visitor, preview))).toEqual(['FORBIDDEN'])
})

test('a queue that nobody serves names no wait', async () => {
  expect(await subgraph.query(ada, '{ queue(id: "chats") { expectedWait } }')).toEqual({
    data: { queue: { expectedWait: null } },
  })
  await subgraph.query(ada, 'mutation { setPresence(status: AVAILABLE) { agent { id } } }')
  expect(await subgraph.query(ada, '{ queue(id: "chats") { expectedWait } }')).toEqual({
    data: { queue: { expectedWait: 'PT0S' } },
  })
})
