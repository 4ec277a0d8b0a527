import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createAddressOf } from './client-address.ts'

/** What is read from a request that came over the loopback address with these headers. */
async function read(trusted: string[], forwarded?: string): Promise<string> {
  const addressOf = createAddressOf(trusted)
  const server = createServer((incoming, response) => response.end(addressOf(incoming)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    request({ port, host: '127.0.0.1', headers }, (response) => {
      response.setEncoding('utf8').once('data', resolve)
    })
      .once('error', reject)
      .end()
  })
}

test.each<[string[], string | undefined, string]>([
  [[], undefined, '127.0.0.1'],
  [[], '203.0.113.1', '127.0.0.1'],
  [['10.0.0.0/8'], '203.0.113.1', '127.0.0.1'],
  [['127.0.0.0/8'], undefined, '127.0.0.1'],
  [['127.0.0.0/8'], '203.0.113.1', '203.0.113.1'],
  [['127.0.0.0/8'], '198.51.100.9, 203.0.113.1', '203.0.113.1'],
  [['loopback', '10.0.0.0/8'], '198.51.100.9, 203.0.113.1, 10.1.2.3', '203.0.113.1'],
])('behind %j, forwarded for %s, it is %s', async (trusted, forwarded, address) => {
  expect(await read(trusted, forwarded)).toBe(address)
})
