import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as it left over OTLP/HTTP. */
export interface CollectedSpan {
  service: string
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: Record<string, unknown>
}

interface Attribute {
  key: string
  value: Record<string, unknown>
}

interface Batch {
  resourceSpans?: Array<{
    resource: { attributes: Attribute[] }
    scopeSpans: Array<{
      spans: Array<Omit<CollectedSpan, 'service' | 'attributes'> & { attributes: Attribute[] }>
    }>
  }>
}

/** A receiver of traces by OTLP/HTTP in JSON. */
export interface TraceCollector {
  readonly url: string
  readonly spans: CollectedSpan[]
  /** Everything that came, as it came. */
  readonly text: () => string
  stop(): void
}

export async function startTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = []
  const bodies: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      bodies.push(text)
      const { resourceSpans = [] } = JSON.parse(text) as Batch
      for (const { resource, scopeSpans } of resourceSpans) {
        const service = String(read(resource.attributes)['service.name'])
        for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
          spans.push({ ...span, service, attributes: read(span.attributes) })
        }
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    text: () => bodies.join('\n'),
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function read(attributes: Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
}
