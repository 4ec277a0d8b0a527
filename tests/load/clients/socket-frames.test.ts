import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { LightSocket } from './light-socket.ts'
import { FrameReader } from './socket-frames.ts'

/** A server of `ws`, and a light client that is connected to it. */
async function connected() {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const client of server.clients) client.terminate()
    http.close()
  })
  const { port } = http.address() as AddressInfo
  const accepted = once(server, 'connection') as Promise<[WebSocket]>
  const texts: string[] = []
  const { promise: closed, resolve: onClose } = Promise.withResolvers<unknown>()
  const opened = Promise.withResolvers<void>()
  const client = new LightSocket({
    url: new URL(`ws://127.0.0.1:${port}/graphql`),
    protocol: 'graphql-transport-ws',
    localAddress: '127.0.0.2',
    onOpen: opened.resolve,
    onText: (text) => texts.push(text),
    onClose,
  })
  const [peer] = await accepted
  await opened.promise
  return { client, peer, texts, closed }
}

test.each([0, 1, 125, 126, 65_535, 65_536, 300_000])(
  'a text of %i bytes arrives as it was sent',
  async (length) => {
    const { peer, texts, closed } = await connected()
    const text = 'é'.repeat(length >> 1) + 'x'.repeat(length & 1)
    peer.send(text)
    peer.close(4290)
    expect(await closed).toBe(4290)
    expect(texts).toEqual([text])
  },
)

test('what the light client sends is read by a real server, and its pings are answered', async () => {
  const { client, peer } = await connected()
  const received = once(peer, 'message')
  client.send(`{"type":"${'x'.repeat(200)}"}`)
  expect(String((await received)[0])).toHaveLength(211)
  const ponged = once(peer, 'pong')
  peer.ping('are you there')
  expect(String((await ponged)[0])).toBe('are you there')
})

test('a connection that is cut off counts as one without a close frame', async () => {
  const { peer, closed } = await connected()
  peer.terminate()
  expect(await closed).toBe(1006)
})

test('frames that arrive byte by byte are whole at the end', () => {
  const bytes = Buffer.concat([Buffer.from([0x81, 2]), Buffer.from('hi'), Buffer.from([0x89, 0])])
  const reader = new FrameReader()
  const frames = [...bytes].flatMap((byte) => reader.read(Buffer.from([byte])))
  expect(frames.map(({ opcode, payload }) => [opcode, payload.toString()])).toEqual([
    [1, 'hi'],
    [9, ''],
  ])
})
