import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RouterOptions } from './cli.ts'
import { HttpTransport } from './engine/http-transport.ts'
import { answerHttp } from './open/answer-http.ts'
import { serveWebSocket } from './open/serve-web-socket.ts'
import { buildGraph } from './supergraph/build-graph.ts'
import { unnumbered } from './supergraph/supergraph.ts'

/** A running open server. */
export interface OpenServer {
  url: string
  stop(): Promise<void>
}

/**
 * Serves a supergraph to anybody on this machine.
 * @throws Error when the file is no supergraph or the port is taken
 */
export async function startOpenServer(options: RouterOptions): Promise<OpenServer> {
  const supergraph = readFileSync(options.supergraph ?? '', 'utf8')
  const { urls, timeoutMs, shareReads } = options
  const transport = new HttpTransport({ timeoutMs, shareReads })
  const { engine } = buildGraph(unnumbered(supergraph), { transport, urls })
  const server = createServer((request, response) => void answerHttp(engine, request, response))
  const endSockets = serveWebSocket(engine, server)
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port, '127.0.0.1', listening)
  })
  const stop = async () => {
    await endSockets()
    server.close()
    server.closeAllConnections()
    await transport.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, stop }
}
