import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids/new-id.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { until } from '#platform/testkit/until.ts'
import type { ConversationConfig } from '../../config.ts'
import { conversationSubgraph } from '../../definition.ts'
import { Messages } from '../../models/message.ts'
import { type Lane, RawPayloads } from '../../models/raw-payload.ts'
import { postSigned, signatureHeaders, testAccounts } from '../../testkit/accounts.ts'
import { callEvent, telegramText } from '../../testkit/payloads.ts'

const bound = 20
let subgraph: TestSubgraph<ConversationConfig>
beforeAll(async () => {
  const env = { CHANNEL_ACCOUNTS: testAccounts(), INTAKE_BACKLOG_SOCIAL: String(bound) }
  subgraph = await createTestSubgraph(conversationSubgraph, { env })
})
afterAll(() => subgraph.stop())

/** Fills a lane with payloads whose lines have failed and wait for an hour. */
async function fill(lane: Lane): Promise<void> {
  const retryAt = new Date(Date.now() + 3_600_000)
  await RawPayloads(subgraph.ctx.db).insertMany(
    Array.from({ length: bound }, () => {
      const _id = newId()
      const part = { key: _id, shard: 0, state: 'PENDING', attempts: 1, retryAt, reason: 'away' }
      const place = { channel: 'telegram', account: 'main', sourceId: _id, lane }
      return { _id, ...place, body: Buffer.alloc(1), state: 'PENDING', parts: [part], receivedAt: retryAt }
    }),
  )
}

let lastUpdate = 50_000
async function post(): Promise<{ update: number; response: Response }> {
  const update = ++lastUpdate
  const body = JSON.stringify(telegramText(update, `text ${update}`, update))
  const response = await fetch(`${subgraph.url}/hooks/telegram/main`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signatureHeaders('telegram', body) },
    body,
  })
  await response.arrayBuffer()
  return { update, response }
}

test('a full lane keeps nothing of a webhook and asks its sender to come again; calls are taken', async () => {
  await fill('social')
  const refused = await until('the lane is found full', async () => {
    const answer = await post()
    return answer.response.status === 503 ? answer : undefined
  })
  expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  expect(await RawPayloads(subgraph.ctx.db).exists({ sourceId: String(refused.update) })).toBeNull()
  expect(await postSigned(subgraph.url, 'telegram', telegramText(1, 'x'), { secret: 'wrong' })).toBe(401)

  for (let call = 0; call < 2 * bound; call++) {
    const event = callEvent(`call-${call}`, 'ringing', { from: `+4930${100_000 + call}` })
    expect(await postSigned(subgraph.url, 'phone', event)).toBe(200)
  }

  await RawPayloads(subgraph.ctx.db).updateMany({ 'parts.reason': 'away' }, { $set: { state: 'IGNORED' } })
  const taken = await until('it is taken when its sender comes again', async () => {
    const answer = await post()
    return answer.response.status === 200 ? answer : undefined
  })
  await until('its message arrives', () =>
    Messages(subgraph.ctx.db).exists({ sourceId: `${taken.update}:${taken.update}` }),
  )
})

test('what was acknowledged becomes a message, however many came at once', async () => {
  const chats = Array.from({ length: 400 }, (_, at) => 90_000 + at)
  const statuses = await Promise.all(
    chats.map((chat) => postSigned(subgraph.url, 'telegram', telegramText(chat, 'at once', chat))),
  )
  const acknowledged = chats.filter((_, at) => statuses[at] === 200)
  expect(acknowledged.length).toBeGreaterThan(0)
  await until(
    'intake is done',
    async () => !(await RawPayloads(subgraph.ctx.db).exists({ state: 'PENDING' })),
  )
  const kept = await RawPayloads(subgraph.ctx.db).distinct('sourceId', { sourceId: /^90/ })
  expect(kept.map(Number).sort((a, b) => a - b)).toEqual(acknowledged)
  expect(await Messages(subgraph.ctx.db).countDocuments({ text: 'at once' })).toBe(acknowledged.length)
})
