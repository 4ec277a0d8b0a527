import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '#platform/identity/viewer.ts'
import { testEnvironment, testPrefix } from '#platform/testkit/test-config.ts'
import { createTestSubgraph, type TestSubgraph } from '#platform/testkit/test-subgraph.ts'
import { until } from '#platform/testkit/until.ts'
import type { ConversationConfig } from '../../config.ts'
import { conversationSubgraph } from '../../definition.ts'
import { type Message, Messages } from '../../models/message.ts'
import { type RawPayload, RawPayloads } from '../../models/raw-payload.ts'
import { postSigned, type SignedChannel, signatureHeaders, testAccounts } from '../../testkit/accounts.ts'
import { callEvent, telegramText, whatsappText, whatsappWebhook } from '../../testkit/payloads.ts'
import { shardOf } from './lane-work.ts'

const supervisor: Viewer = { kind: 'staff', id: 'boss', name: 'Cy', roles: ['supervisor'] }
const agent: Viewer = { kind: 'staff', id: 'a', name: 'Ada', roles: ['agent'] }
const env = {
  CHANNEL_ACCOUNTS: testAccounts(),
  SWEEP_AFTER_MS: '200',
  INTAKE_ATTEMPTS: '3',
  INTAKE_SHARDS: '2',
}

let subgraph: TestSubgraph<ConversationConfig>
beforeAll(async () => {
  subgraph = await createTestSubgraph(conversationSubgraph, { env })
})
afterAll(() => subgraph.stop())

async function settled(): Promise<void> {
  await until(
    'intake is done',
    async () => !(await RawPayloads(subgraph.ctx.db).exists({ state: 'PENDING' })),
    60_000,
  )
}

function payloadOf(sourceId: string): Promise<RawPayload> {
  return until(`payload ${sourceId} is settled`, () =>
    RawPayloads(subgraph.ctx.db)
      .findOne({ sourceId, state: { $ne: 'PENDING' } })
      .lean<RawPayload>(),
  )
}

test('a process killed between storing and telling loses nothing', async () => {
  const prefix = testPrefix()
  const environment = testEnvironment(prefix, env)
  const program = fileURLToPath(new URL('../../testkit/die-before-telling.ts', import.meta.url))
  const child = fork(program, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    expect(await once(child, 'message')).toContain('ready')
    const body = JSON.stringify(telegramText(1, 'survives'))
    child.send({ channel: 'telegram', body, headers: signatureHeaders('telegram', body) })
    expect(await once(child, 'message')).toContain('stored')
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const next = await createTestSubgraph(conversationSubgraph, { env: environment, prefix })
  try {
    const messages = await until('the message', async () => {
      const rows = await Messages(next.ctx.db).find().lean<Message[]>()
      return rows.length > 0 ? rows : undefined
    })
    expect(messages.map(({ text }) => text)).toEqual(['survives'])
  } finally {
    await next.stop()
  }
})

test('a part that nobody can read becomes a dead letter, and the rest of its webhook arrives', async () => {
  const broken = { from: '491', id: 'wamid.broken', timestamp: 'soon', type: 'text', text: { body: 'x' } }
  const webhook = whatsappWebhook({ messages: [broken, whatsappText('wamid.whole', 'whole', '491')] })
  await postSigned(subgraph.url, 'whatsapp', webhook)
  await settled()
  const payload = await RawPayloads(subgraph.ctx.db)
    .findOne({ channel: 'whatsapp', state: 'DEAD' })
    .lean<RawPayload>()
  expect(payload?.parts.map(({ state }) => state).sort()).toEqual(['DEAD', 'DONE'])
  expect(await Messages(subgraph.ctx.db).exists({ sourceId: 'wamid.whole' })).not.toBeNull()
  const list = '{ deadLetters { nodes { kind source reason attempts } } }'
  const letters = await subgraph.query<{ deadLetters: { nodes: Array<{ source: string }> } }>(
    supervisor,
    list,
  )
  expect(letters.data?.deadLetters.nodes).toContainEqual({
    kind: 'inbound payload',
    source: 'whatsapp:main',
    reason: expect.stringContaining('message: timestamp') as string,
    attempts: 1,
  })
  expect((await subgraph.query(agent, list)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
})

test('a line that fails waits for itself only, is given up after its tries, and can be replayed', async () => {
  // Two lines in one shard; the first one's conversation refuses writes.
  const [poisoned, healthy] = linesInOneShard()
  const refuse = { validator: { 'author.displayName': { $ne: 'Poison' } } }
  await subgraph.ctx.db.db?.command({ collMod: 'messages', ...refuse })
  const named = (update: number, text: string) => {
    const payload = telegramText(update, text, poisoned)
    return {
      ...payload,
      message: { ...payload.message, from: { ...payload.message.from, first_name: 'Poison' } },
    }
  }
  await postSigned(subgraph.url, 'telegram', named(8_001, 'first'))
  await postSigned(subgraph.url, 'telegram', named(8_002, 'second'))
  await postSigned(subgraph.url, 'telegram', telegramText(8_003, 'unharmed', healthy))
  const dead = await payloadOf('8001')
  expect(dead.parts).toMatchObject([{ state: 'DEAD', attempts: 3 }])
  expect((await payloadOf('8002')).state).toBe('DEAD')
  expect((await payloadOf('8003')).state).toBe('DONE')

  await subgraph.ctx.db.db?.command({ collMod: 'messages', validator: {} })
  const letters = await subgraph.query<{ deadLetters: { nodes: Array<{ id: string; source: string }> } }>(
    supervisor,
    '{ deadLetters { nodes { id source } } }',
  )
  // Oldest first, as they came.
  const ids = (letters.data?.deadLetters.nodes ?? [])
    .filter(({ source }) => source === 'telegram:main')
    .map(({ id }) => id)
  expect(ids).toHaveLength(2)
  for (const id of ids.reverse()) {
    const replay = 'mutation ($id: ID!) { replayDeadLetter(id: $id) { replayedAt } }'
    const replayed = await subgraph.query<{ replayDeadLetter: { replayedAt: string } }>(supervisor, replay, {
      id,
    })
    expect(replayed.data?.replayDeadLetter.replayedAt).toMatch(/^20/)
    await until('it is put back', () =>
      Messages(subgraph.ctx.db).exists({ sourceId: `${poisoned}:${id === ids[0] ? 8_001 : 8_002}` }),
    )
  }
  const line = await Messages(subgraph.ctx.db)
    .find({ sourceId: new RegExp(`^${poisoned}:`) })
    .sort({ sequence: 1 })
    .lean<Message[]>()
  expect(line.map(({ text, sequence }) => [text, sequence])).toEqual([
    ['first', 1],
    ['second', 2],
  ])
})

function linesInOneShard(): [number, number] {
  const shard = (chat: number) => shardOf(`telegram:main:person:${chat}`, 2)
  const second = [71, 72, 73, 74, 75, 76, 77, 78].find((chat) => shard(chat) === shard(70))
  if (!second) throw new Error('no second line falls into the shard')
  return [70, second]
}

describe('mutated payloads', () => {
  const seeds: Array<[SignedChannel, unknown]> = [
    ['telegram', telegramText(20_000, 'seed', 2_000)],
    [
      'whatsapp',
      whatsappWebhook({
        messages: [whatsappText('wamid.m', 'seed')],
        statuses: [{ id: 's', status: 'read', timestamp: '1' }],
      }),
    ],
    ['phone', callEvent('call-m', 'ringing')],
  ]

  test('a few hundred of them: each is kept and comes to an end, and the process lives', async () => {
    const before = await RawPayloads(subgraph.ctx.db).countDocuments()
    const bodies = new Map<string, SignedChannel>()
    for (const [channel, seed] of seeds) {
      for (const body of fc.sample(mutationOf(seed), 120)) bodies.set(body, channel)
    }
    const statuses = await Promise.all(
      [...bodies].map(([body, channel]) => postSigned(subgraph.url, channel, body)),
    )
    expect(new Set(statuses)).toEqual(new Set([200]))
    await settled()
    const rows = await RawPayloads(subgraph.ctx.db).find({}, { body: 0 }).skip(before).lean<RawPayload[]>()
    // Mutations that keep the delivery's id are the same delivery to us.
    expect(rows.length).toBeGreaterThan(100)
    for (const row of rows) {
      for (const part of row.parts) {
        expect(['DONE', 'IGNORED', 'DEAD']).toContain(part.state)
        if (part.state !== 'DONE') expect(part.reason).toBeTruthy()
      }
    }
    const health = await fetch(`${subgraph.url}/health/ready`)
    expect(health.status).toBe(200)
  }, 150_000)
})

/** The seed with one of its values replaced by anything, or its text cut. */
function mutationOf(seed: unknown): fc.Arbitrary<string> {
  const text = JSON.stringify(seed)
  const paths = leaves(seed)
  const replaced = fc.tuple(fc.constantFrom(...paths), fc.jsonValue()).map(([path, value]) => {
    const copy = structuredClone(seed)
    let place = copy as Record<string, unknown>
    for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>
    place[path.at(-1) ?? ''] = value
    return JSON.stringify(copy)
  })
  const cut = fc.integer({ min: 0, max: text.length }).map((length) => text.slice(0, length))
  return fc.oneof({ arbitrary: replaced, weight: 4 }, { arbitrary: cut, weight: 1 })
}

function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, entry]) => leaves(entry, [...path, key]))
  return path.length > 0 ? [path, ...inner] : inner
}
