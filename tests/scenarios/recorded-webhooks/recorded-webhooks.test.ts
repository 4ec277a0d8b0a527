import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Organisation, startOrganisation } from '../organisation.ts'
import { postHook } from '../post-hook.ts'
import { noSharedData, sharedJson } from '../shared-data.ts'

type Json = Record<string, unknown>
interface Found {
  conversations: {
    nodes: Array<{
      id: string
      lastSequence: number
      sessions: Array<{ channel: string; sourceId: string }>
      messages: { nodes: Array<{ sequence: number; kind: string; text: string }> }
    }>
  }
}

const all = `{ conversations(first: 80) { nodes { id lastSequence sessions { channel sourceId }
  messages(first: 100) { nodes { sequence kind text } } } } }`

describe('recorded webhooks, signed, through the public port', () => {
  let organisation: Organisation
  beforeAll(async () => {
    if (noSharedData) return
    organisation = await startOrganisation()
  }, 60_000)
  beforeEach(({ skip }) => skip(noSharedData !== undefined, noSharedData))
  afterAll(() => organisation?.stop())

  const conversations = async () => (await organisation.admin.request<Found>(all)).conversations.nodes
  const texts = async () =>
    (await conversations()).flatMap(({ messages }) => messages.nodes.map(({ text }) => text))

  test('a wrong signature is answered 401 and leaves nothing', async () => {
    const { mention } = sharedJson<{ mention: Json }>('channels/telegram/vercel-chat_telegram.json')
    const { text } = sharedJson<{ text: Json }>('channels/whatsapp/message.json')
    expect(await postHook(organisation, 'telegram', mention, { secret: 'wrong' })).toBe(401)
    expect(await postHook(organisation, 'whatsapp', text, { secret: 'wrong' })).toBe(401)
    expect(await postHook(organisation, 'phone', { eventId: '1' }, { secret: 'wrong-secret' })).toBe(401)
    expect(await conversations()).toEqual([])
    const { deadLetters } = await organisation.admin.request<{ deadLetters: { nodes: unknown[] } }>(
      '{ deadLetters { nodes { id } } }',
    )
    expect(deadLetters.nodes).toEqual([])
  })

  test('the same payload sent 100 times at once is one message', async () => {
    const { mention } = sharedJson<{ mention: Json }>('channels/telegram/vercel-chat_telegram.json')
    const statuses = await Promise.all(
      Array.from({ length: 100 }, () => postHook(organisation, 'telegram', mention)),
    )
    expect(new Set(statuses)).toEqual(new Set([200]))
    await vi.waitFor(async () => expect(await texts()).toEqual(['@vercelchatsdkbot hi']), {
      timeout: 15_000,
      interval: 100,
    })
    // A second message behind them is the second one: none of the hundred took a place.
    const { followUp } = sharedJson<{ followUp: Json }>('channels/telegram/vercel-chat_telegram.json')
    expect(await postHook(organisation, 'telegram', followUp)).toBe(200)
    await vi.waitFor(async () => expect(await texts()).toEqual(['@vercelchatsdkbot hi', 'how are you']), {
      timeout: 15_000,
      interval: 100,
    })
    const [conversation] = await conversations()
    expect(conversation?.messages.nodes.map(({ sequence }) => sequence)).toEqual([1, 2])
  })

  test('every recorded WhatsApp payload is taken, and its messages arrive', async () => {
    const files = [
      'message',
      'callback_button',
      'edited_message',
      'message_status',
      'system',
      'call_connect',
      'call_status',
      'call_terminate',
    ]
    const counts: Record<string, number> = {}
    for (const file of files) {
      for (const [name, payload] of Object.entries(
        sharedJson<Record<string, Json>>(`channels/whatsapp/${file}.json`),
      )) {
        // The recordings share one placeholder id; a provider gives each message its own.
        const text = JSON.stringify(payload).replaceAll('"id":"wamid.xyzxyz"', `"id":"wamid.${file}.${name}"`)
        expect(await postHook(organisation, 'whatsapp', JSON.parse(text)), `${file}/${name}`).toBe(200)
      }
    }
    const expected = textsOf(sharedJson('channels/whatsapp/message.json'))
    expect(expected.length).toBeGreaterThan(0)
    await vi.waitFor(async () => expect(await texts()).toEqual(expect.arrayContaining(expected)), {
      timeout: 20_000,
      interval: 200,
    })
    for (const { messages } of await conversations()) {
      for (const { kind } of messages.nodes) counts[kind] = (counts[kind] ?? 0) + 1
      expect(messages.nodes.map(({ sequence }) => sequence)).toEqual(
        messages.nodes.map((_, index) => index + 1),
      )
    }
    console.log('messages by kind:', counts)
    const { deadLetters } = await organisation.admin.request<{
      deadLetters: { nodes: Array<{ reason: string }> }
    }>('{ deadLetters { nodes { source reason } } }')
    expect(deadLetters.nodes).toEqual([])
  }, 60_000)
})

/** The words of all text messages of a file. */
function textsOf(payloads: Record<string, Json>): string[] {
  const found: string[] = []
  const walk = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (value && typeof value === 'object') {
      const { type, text } = value as { type?: string; text?: { body?: string } }
      if (type === 'text' && text?.body) found.push(text.body)
      Object.values(value).forEach(walk)
    }
  }
  walk(payloads)
  return [...new Set(found)]
}
