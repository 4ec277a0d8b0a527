import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import { onTestFinished } from 'vitest'
import { Engine } from '../../../router/engine/engine.ts'
import type { ResponseError } from '../../../router/engine/errors.ts'
import { subgraphUrls } from '../../../router/engine/http/subgraph-urls.ts'
import { HttpTransport, type HttpTransportOptions } from '../../../router/engine/http-transport.ts'
import type { JsonObject } from '../../../router/engine/json.ts'
import type { EngineLimits } from '../../../router/engine/limits.ts'
import type { RequestContext } from '../../../router/engine/transport.ts'
import { type SubgraphDefinition, type SubgraphServer, sdlOf, startSubgraph } from './subgraph-server.ts'

export interface Answer {
  data?: JsonObject | null
  errors?: ResponseError[]
}

export interface Federation<Name extends string> {
  engine: Engine
  supergraph: string
  subgraphs: Record<Name, SubgraphServer>
  ask(query: string, variables?: Record<string, unknown>, context?: Partial<RequestContext>): Promise<Answer>
  /** Requests that reached the subgraphs over HTTP. */
  requests(): Record<Name, number>
}

export interface FederationOptions {
  transport?: HttpTransportOptions
  limits?: Partial<EngineLimits>
  suggestions?: boolean
  contracts?: readonly string[]
  /** Changes the supergraph to what another composer might have made of the subgraphs. */
  recompose?: (supergraph: string) => string
}

/** A request's context with the rights of a test. */
export function contextOf(part: Partial<RequestContext> = {}): RequestContext {
  return { headers: {}, dedupeKey: 'test', requests: 0, ...part }
}

/** Composes subgraphs into one supergraph's SDL. */
export function composed(services: { name: string; url: string; sdl: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  )
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}

/** Starts real subgraphs and an engine over them; the end of the test stops them. */
export async function startFederation<Name extends string>(
  definitions: Record<Name, SubgraphDefinition>,
  options: FederationOptions = {},
): Promise<Federation<Name>> {
  const names = Object.keys(definitions) as Name[]
  const started = await Promise.all(names.map((name) => startSubgraph(definitions[name])))
  const subgraphs = Object.fromEntries(names.map((name, index) => [name, started[index]])) as Record<
    Name,
    SubgraphServer
  >
  const { recompose = (sdl: string) => sdl } = options
  const supergraph = recompose(
    composed(names.map((name) => ({ name, url: subgraphs[name].url, sdl: sdlOf(definitions[name]) }))),
  )
  const transport = new HttpTransport(options.transport)
  const engine = new Engine({
    supergraph,
    transport: transport.use(subgraphUrls(supergraph)),
    ...(options.limits ? { limits: options.limits } : {}),
    suggestions: options.suggestions ?? true,
    ...(options.contracts ? { contracts: options.contracts } : {}),
  })
  onTestFinished(async () => {
    await transport.close()
    await Promise.all(started.map((subgraph) => subgraph.stop()))
  })
  return {
    engine,
    supergraph,
    subgraphs,
    async ask(query, variables, context) {
      return JSON.parse(await engine.execute({ query, variables: variables ?? null }, contextOf(context)))
    },
    requests: () =>
      Object.fromEntries(names.map((name) => [name, subgraphs[name].requests.length])) as Record<
        Name,
        number
      >,
  }
}
