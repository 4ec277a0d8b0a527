import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommandLine } from '../../../router/cli.ts'
import { type OpenServer, startOpenServer } from '../../../router/open-server.ts'
import { composed } from '../engine/federation.ts'
import { library } from '../engine/library.ts'
import { type SubgraphServer, sdlOf, startSubgraph } from '../engine/subgraph-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'http-audit-'))
let subgraphs: SubgraphServer[] = []
let server: OpenServer
beforeAll(async () => {
  const definitions = {
    ...library,
    notes: { sdl: 'type Query { note: Int } type Mutation { write: Int }', resolvers: {} },
  }
  subgraphs = await Promise.all(Object.values(definitions).map(startSubgraph))
  const services = Object.entries(definitions).map(([name, definition], at) => ({
    name,
    url: subgraphs[at]?.url ?? '',
    sdl: sdlOf(definition),
  }))
  const file = join(folder, 'supergraph.graphql')
  writeFileSync(file, composed(services))
  server = await startOpenServer(readCommandLine(['--open', '--supergraph', file, '--port', '0'], {}))
})
afterAll(async () => {
  await server?.stop()
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()))
  rmSync(folder, { recursive: true })
})

describe('GraphQL over HTTP, the open server', () => {
  test.each(serverAudits({ url: () => server.url }))('$id $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' })
  })
})
