import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'

/** What a test's subgraph does. */
export interface SubgraphDefinition {
  /** The `extend schema @link`; federation's usual directives unless told. */
  header?: string
  sdl: string
  resolvers: Record<string, Record<string, unknown>>
}

/** A running subgraph, with what it was asked. */
export interface SubgraphServer {
  url: string
  /** Bodies of all HTTP requests, in the order of arrival. */
  requests: { query: string; variables?: Record<string, unknown> }[]
  headers: IncomingMessage['headers'][]
  /** Answers the next HTTP requests instead of the schema, one each. */
  intercept: ((request: IncomingMessage, response: ServerResponse) => void)[]
  /** WebSocket connections accepted so far. */
  sockets: number
  stop(): Promise<void>
}

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject"])\n'

/** The whole SDL of a definition. */
export function sdlOf({ header = federation, sdl }: SubgraphDefinition): string {
  return header + sdl
}

/** Starts a real subgraph on a free port: GraphQL over HTTP and graphql-transport-ws. */
export async function startSubgraph(definition: SubgraphDefinition): Promise<SubgraphServer> {
  const resolvers = definition.resolvers as Record<
    string,
    Record<string, GraphQLFieldResolver<unknown, unknown>>
  >
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdlOf(definition)), resolvers }])
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    subgraph.headers.push(request.headers)
    const body = JSON.parse(await text(request))
    subgraph.requests.push(body)
    const instead = subgraph.intercept.shift()
    if (instead) return instead(request, response)
    const result = JSON.stringify(await run(schema, body))
    response.writeHead(200, { 'content-type': 'application/json' }).end(result)
  }
  const server = createServer((request, response) => void answer(request, response))
  const sockets = new WebSocketServer({ server, path: '/graphql' })
  const live = useServer({ schema }, sockets)
  const subgraph: SubgraphServer = {
    url: '',
    requests: [],
    headers: [],
    intercept: [],
    sockets: 0,
    async stop() {
      if (!server.listening) return
      await live.dispose()
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  sockets.on('connection', () => {
    subgraph.sockets++
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  subgraph.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  return subgraph
}

async function run(schema: GraphQLSchema, body: { query: string; variables?: Record<string, unknown> }) {
  return execute({
    schema,
    document: parse(body.query),
    variableValues: body.variables ?? null,
    contextValue: {},
  })
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
