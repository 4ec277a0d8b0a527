import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Organisation, startOrganisation } from '../organisation.ts'
import { postHook } from '../post-hook.ts'

let organisation: Organisation
beforeAll(async () => {
  organisation = await startOrganisation()
}, 60_000)
afterAll(() => organisation?.stop())

interface Board {
  queueBoard: {
    queues: Array<{
      waiting: {
        nodes: Array<{
          mediaType: string
          queuedAt: string
          dueAt: string
          sla: Array<{ startedAt: string; dueAt: string }>
        }>
      }
    }>
  }
}

/** A call, a chat and a social message at the same moment. */
async function threeContacts(run: string, person: number): Promise<void> {
  const visitor = await organisation.visitor()
  const statuses = await Promise.all([
    postHook(organisation, 'phone', {
      eventId: `${run}-1`,
      callId: run,
      type: 'ringing',
      from: `+4930${1_000_000 + person}`,
      to: '+493012345',
      at: new Date().toISOString(),
    }),
    postHook(organisation, 'telegram', {
      update_id: person,
      message: {
        message_id: person,
        date: Math.floor(Date.now() / 1000),
        chat: { id: person, type: 'private', first_name: 'T' },
        from: { id: person, is_bot: false, first_name: 'T' },
        text: 'hello',
      },
    }),
    visitor
      .request(
        'mutation ($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) { userErrors { code } } }',
        {
          input: { text: 'hello', clientMessageId: run },
        },
      )
      .then(() => 200),
  ])
  expect(statuses).toEqual([200, 200, 200])
}

async function waiting() {
  const { queueBoard } = await organisation.admin.request<Board>(
    '{ queueBoard { queues { waiting(first: 100) { nodes { mediaType queuedAt dueAt sla { startedAt dueAt } } } } } }',
  )
  return queueBoard.queues.flatMap((queue) => queue.waiting.nodes)
}

test('a call is due 20 s, a chat 3 min and a social message 30 min after its arrival', async () => {
  await threeContacts('defaults', 501)
  const items = await vi.waitFor(
    async () => {
      const found = await waiting()
      expect(found).toHaveLength(3)
      return found
    },
    { timeout: 15_000, interval: 100 },
  )
  const targets = Object.fromEntries(
    items.map(({ mediaType, dueAt, sla }) => {
      expect(sla).toHaveLength(1)
      expect(sla[0]?.dueAt).toBe(dueAt)
      return [mediaType, Date.parse(dueAt) - Date.parse(sla[0]?.startedAt ?? '')]
    }),
  )
  expect(targets).toEqual({ VOICE: 20_000, CHAT: 180_000, SOCIAL: 1_800_000 })
})

test('with policies of seconds, warnings and breaches arrive over the router, though routing is killed meanwhile', async () => {
  for (const [mediaType, metric] of [
    ['VOICE', 'SPEED_OF_ANSWER'],
    ['CHAT', 'FIRST_RESPONSE'],
    ['SOCIAL', 'FIRST_RESPONSE'],
  ]) {
    const id = `quick-${mediaType}`
    await organisation.openQueue(id, [String(mediaType)], `skill-${mediaType}`)
    await organisation.admin.request(
      'mutation ($input: SaveSlaPolicyInput!) { saveSlaPolicy(input: $input) { userErrors { code message } } }',
      { input: { id, name: id, mediaType, queueId: id, metric, target: 'PT6S', warnBefore: 'PT3S' } },
    )
  }
  const events: Array<{
    sequence: number
    status: string
    noticedAt: string
    mediaType: string
    dueAt: string
    warnAt: string
  }> = []
  const leave = organisation.admin.subscribe<{
    slaEvents: {
      sequence: number
      status: string
      noticedAt: string
      appliedSla: { dueAt: string; warnAt: string }
      workItem: { mediaType: string; queue: { id: string } }
    }
  }>(
    'subscription { slaEvents { sequence status noticedAt appliedSla { dueAt warnAt } workItem { mediaType queue { id } } } }',
    {},
    ({ slaEvents: { sequence, status, noticedAt, appliedSla, workItem } }) => {
      if (workItem.queue.id.startsWith('quick-'))
        events.push({ sequence, status, noticedAt, mediaType: workItem.mediaType, ...appliedSla })
    },
    (error) => console.error('slaEvents', error),
  )
  await threeContacts('quick', 777)
  await vi.waitFor(async () => expect(await waiting()).toHaveLength(6), { timeout: 15_000, interval: 100 })
  const before = organisation.system.pids()['routing']
  await organisation.system.kill('routing', 'SIGKILL')
  await organisation.system.ready('routing')
  expect(organisation.system.pids()['routing']).not.toBe(before)
  await vi.waitFor(() => expect(events).toHaveLength(6), { timeout: 30_000, interval: 100 })
  leave()
  for (const mediaType of ['VOICE', 'CHAT', 'SOCIAL']) {
    const mine = events.filter((event) => event.mediaType === mediaType)
    expect(mine.map(({ status }) => status)).toEqual(['WARNED', 'MISSED'])
    for (const { status, noticedAt, dueAt, warnAt } of mine) {
      const lateMs = Date.parse(noticedAt) - Date.parse(status === 'WARNED' ? warnAt : dueAt)
      expect(lateMs, `${mediaType} ${status} is not early`).toBeGreaterThanOrEqual(0)
      console.log(`${mediaType} ${status}: ${lateMs} ms after its instant`)
    }
  }
  expect(events.map(({ sequence }) => sequence)).toEqual(
    [...events].map(({ sequence }) => sequence).sort((a, b) => a - b),
  )
}, 90_000)
