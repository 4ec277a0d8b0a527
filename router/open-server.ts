import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger } from '#platform/log/logger.ts'
import type { RouterOptions } from './cli.ts'
import { HttpTransport } from './engine/http-transport.ts'
import { answerHttp } from './open/answer-http.ts'
import { serveWebSocket } from './open/serve-web-socket.ts'
import { buildFirstGraph } from './supergraph/build-graph.ts'
import { CurrentGraph } from './supergraph/current-graph.ts'
import { followFile } from './supergraph/follow-file.ts'
import { Reloads } from './supergraph/reloads.ts'
import { unnumbered } from './supergraph/supergraph.ts'
import { Trial } from './supergraph/trial/trial.ts'

/** A running open server. */
export interface OpenServer {
  url: string
  stop(): Promise<void>
}

/**
 * Serves a supergraph to anybody on this machine. With `watch` a changed file is taken while requests run; subscriptions
 * stay with the supergraph that they began on.
 * @throws Error when the file is no supergraph or the port is taken
 */
export async function startOpenServer(options: RouterOptions): Promise<OpenServer> {
  const { supergraph: file = '', urls, timeoutMs, shareReads } = options
  const log = createLogger('router', 'info')
  const transport = new HttpTransport({ timeoutMs, shareReads })
  const parts = { transport, urls }
  const first = await buildFirstGraph(unnumbered(readFileSync(file, 'utf8')), parts)
  const current = new CurrentGraph(first, log)
  const server = createServer((request, response) => void answerHttp(current.graph.engine, request, response))
  const endSockets = serveWebSocket(current, server)
  const trial = new Trial()
  const reloads = new Reloads({ current, parts, trial, log, now: () => new Date() })
  const unwatch = options.watch ? followFile(file, first.supergraph.sha256, reloads, log) : () => {}
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port, '127.0.0.1', listening)
  })
  const stop = async () => {
    unwatch()
    trial.close()
    await endSockets()
    server.close()
    server.closeAllConnections()
    await transport.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, stop }
}
