import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands before a subgraph: writes down the headers of what it is sent, and may hold it. */
export interface RecordingProxy {
  readonly url: string
  readonly received: IncomingHttpHeaders[]
  /** Holds what comes from now on, until the function it gives is called. */
  hold(): () => void
  stop(): void
}

export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const received: IncomingHttpHeaders[] = []
  let passing = Promise.resolve()
  const server = createServer((incoming, outgoing) => {
    // not the router's own looks at its health
    if (incoming.method === 'POST') received.push(incoming.headers)
    void passing.then(() => {
      const forwarded = request(
        target,
        { method: incoming.method ?? 'POST', headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      forwarded.once('error', () => outgoing.destroy())
      incoming.pipe(forwarded)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    hold() {
      let open = () => {}
      passing = new Promise((resolve) => (open = resolve))
      return () => open()
    },
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
