import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startTracing } from './tracing.ts'

const caller = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

test('a request’s span leaves by OTLP as a child of its caller', async () => {
  const bodies: string[] = []
  const collector = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += String(chunk)
    })
    request.on('end', () => {
      bodies.push(`${request.url} ${body}`)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void collector.close())
  const { port } = collector.address() as AddressInfo
  const tracing = startTracing('library', `http://127.0.0.1:${port}`)
  const span = tracing.request('POST /graphql', caller)
  expect(span.traceparent).toMatch(
    /^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$/,
  )
  span.end(500)
  await tracing.stop()
  const [sent] = bodies
  expect(sent).toMatch(/^\/v1\/traces /)
  for (const part of [
    'throughline-library',
    'POST /graphql',
    '4bf92f3577b34da6a3ce929d0e0e4736',
    '00f067aa0ba902b7',
  ]) {
    expect(sent).toContain(part)
  }
})

test('without an exporter the caller’s context is passed on', async () => {
  const tracing = startTracing('library', undefined)
  expect(tracing.request('x', caller).traceparent).toBe(caller)
  await tracing.stop()
})
