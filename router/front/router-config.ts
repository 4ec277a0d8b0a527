import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from '@fastify/proxy-addr'
import { z } from 'zod'
import { serviceConfig } from '#platform/config/service-config.ts'
import { readKeySet } from '#platform/identity/key-set.ts'
import type { Viewer } from '#platform/identity/viewer.ts'
import { parseDurationMs } from '#platform/time/duration.ts'
import { oidcIssuers } from '../identity/oidc/oidc-issuers.ts'
import { visitorIssuers } from '../identity/visitor/visitor-issuers.ts'
import { graphRates } from '../traffic/graph-rates.ts'
import { headerRules } from '../traffic/header-rules.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const everybody = ['anonymous', 'visitor', 'staff', 'partner'] as const
const strangers = ['anonymous', 'visitor'] as const
const held = z.coerce.number().int().min(1).max(1_000_000)
const perMinute = z.coerce.number().int().min(1).max(1_000_000)
const cost = z.coerce.number().int().min(1)

const privateJwk = z.string().transform((text, context) => {
  try {
    const half = z.looseObject({ d: z.string().min(1) })
    const [first, ...others] = readKeySet(text).map((key) => ({ ...key, ...half.parse(key) }))
    if (first) return { keys: [first, ...others] as [typeof first, ...(typeof first)[]] }
  } catch {
    // told below, without the value
  }
  context.addIssue('has to be the JSON of a private Ed25519 key (JWK), or of a set of them')
  return z.NEVER
})

const addresses = z.string().transform((text, context): Record<string, string> => {
  try {
    return z.record(z.string(), z.url()).parse(JSON.parse(text))
  } catch {
    context.addIssue('has to be JSON like {"routing":"http://127.0.0.1:4103/graphql"}')
    return z.NEVER
  }
})

const duration = z.string().transform((text, context) => {
  try {
    return parseDurationMs(text)
  } catch {
    context.addIssue('has to be an ISO 8601 duration like PT12H')
    return z.NEVER
  }
})

const origins = z.string().transform((text, context) => {
  const list = text.split(',').map((origin) => origin.trim())
  const wrong = list.filter((origin) => origin !== '*' && URL.parse(origin)?.origin !== origin)
  if (wrong.length) context.addIssue('has to be * or origins like https://shop.example, separated by commas')
  return list
})

const networks = z.string().transform((text, context) => {
  const list = text.split(',').map((network) => network.trim())
  try {
    compile(list)
  } catch {
    context.addIssue('has to be addresses or networks like 10.0.0.0/8, separated by commas')
  }
  return list
})

/** JSON that a schema describes. */
const json = <S extends z.ZodType>(schema: S, example: string) =>
  z.string().transform((text, context): z.infer<S> => {
    try {
      const parsed = schema.safeParse(JSON.parse(text))
      if (parsed.success) return parsed.data
      context.addIssue(`has to be JSON like ${example}: ${z.prettifyError(parsed.error)}`)
    } catch {
      context.addIssue(`has to be JSON like ${example}`)
    }
    return z.NEVER
  })

const paths = z.string().transform((text) => text.split(',').map((path) => resolve(path.trim())))

const inProduction = process.env.NODE_ENV === 'production'

/** In production nobody may take the visitors and the unknown out. */
const viewerKinds = z
  .string()
  .transform((text, context): Viewer['kind'][] => {
    if (text === 'true') return [...everybody]
    if (text === 'false') return []
    const kinds = z.array(z.enum(everybody)).safeParse(text.split(',').map((kind) => kind.trim()))
    if (!kinds.success) context.addIssue(`has to be true, false, or some of ${everybody.join(', ')}`)
    return kinds.data ?? []
  })
  .transform((kinds) => (inProduction ? [...new Set([...strangers, ...kinds])] : kinds))

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** What the router reads from its environment. */
export const routerConfig = serviceConfig
  .pick({
    MONGODB_URI: true,
    VALKEY_URL: true,
    NAME_PREFIX: true,
    HOST: true,
    METRICS_PORT: true,
    LOG_LEVEL: true,
    OTEL_EXPORTER_OTLP_ENDPOINT: true,
  })
  .extend({
    PORT: serviceConfig.shape.PORT.unwrap().default(4000),
    /** Where the subgraphs really are; the supergraph's own addresses hold for those that are left out. */
    SUBGRAPH_URLS: addresses.default({}),
    SUPERGRAPH_FILE: z.string().default(resolve(root, 'schema/supergraph.graphql')),
    /** Where new supergraphs come from: the file, when it changes, or the registry (`npm run schema -- publish`). */
    SUPERGRAPH_SOURCE: z.enum(['file', 'registry']).default('file'),
    /** How often the registry is looked at, besides being told. */
    SUPERGRAPH_POLL: duration.default(parseDurationMs('PT5S')),
    /** Whether a router that starts publishes its file to the registry when that has never had it. */
    SUPERGRAPH_PUBLISH_ON_START: flag.default(false),
    /** Signs the internal identity; tokens are signed by a key derived from it. Of a set the first signs, the rest is still read. */
    IDENTITY_PRIVATE_JWK: privateJwk,
    /** How long a sign-in lasts, however often it is refreshed. */
    SESSION_TTL: duration.default(parseDurationMs('PT12H')),
    /** How long one token of a sign-in holds; open streams end with it. */
    ACCESS_TOKEN_TTL: duration.default(parseDurationMs('PT15M')),
    /** How long a used refresh token still gives what it gave: two tabs, an answer that was lost. */
    REFRESH_GRACE: duration.default(parseDurationMs('PT30S')),
    /** How often the store is asked who of those with open streams has to leave. */
    REVOCATION_CHECK: duration.default(parseDurationMs('PT2S')),
    /** Issuers whose tokens make staff, by their published keys: JSON; described in router/identity/oidc/oidc-issuers.ts. */
    OIDC_ISSUERS: oidcIssuers.default([]),
    /** Who signs users on pages with our widget: JSON; described in router/identity/visitor/visitor-issuers.ts. */
    VISITOR_ISSUERS: visitorIssuers.default([]),
    /** The first admin, made when there is no account at all. */
    BOOTSTRAP_ADMIN_EMAIL: z.email().optional(),
    BOOTSTRAP_ADMIN_PASSWORD: z.string().min(8).optional(),
    /** Whether clients may read the schema, and whether there is a playground. */
    ALLOW_INTROSPECTION: flag.default(!inProduction),
    /** How long subgraphs may take to answer, for those that are not given the usual ten seconds. */
    SUBGRAPH_TIMEOUTS: json(z.record(z.string(), duration), '{"routing":"PT5S"}').default({}),
    /** How long one query or mutation may take altogether; what is not there by then is an error. */
    OPERATION_TIMEOUT: duration.default(parseDurationMs('PT20S')),
    /** Which headers of clients reach which subgraphs, and which are set or left out; see `traffic/header-rules.ts`. */
    HEADER_RULES: json(headerRules, '[{"action":"propagate","header":"accept-language"}]').default([]),
    /** Requests to the graph in a minute, by kind of viewer; see `traffic/graph-rates.ts`. */
    REQUESTS_PER_MINUTE: json(graphRates, '{"visitor":600}').default(graphRates.parse({})),
    /** Manifests of released documents besides the faces' own: files or folders, separated by commas. */
    TRUSTED_DOCUMENTS: paths.default([]),
    /** Who may execute nothing but released documents; in production always visitors and the unknown. */
    TRUSTED_DOCUMENTS_ONLY: viewerKinds.default(inProduction ? [...strangers] : []),
    /** Documents that one viewer may have kept under their hash in a minute. */
    PERSISTED_DOCUMENTS_PER_MINUTE: perMinute.default(60),
    /** The address under which people reach the router, where it is not the one it listens on. */
    PUBLIC_URL: z.url().optional(),
    /** Origins of the pages that embed the widget, besides our own. */
    WIDGET_ORIGINS: origins.default([]),
    /** Our own proxies, whose X-Forwarded-For is believed; everybody else's is ignored. */
    TRUSTED_PROXIES: networks.default([]),
    /** Sign-in attempts from one address in a minute. */
    SIGN_INS_PER_MINUTE: perMinute.default(120),
    /** Visitor tokens given to one address in a minute. */
    VISITOR_TOKENS_PER_MINUTE: perMinute.default(600),
    /** How long a client may take to send a whole request. */
    REQUEST_TIMEOUT_MS: z.coerce.number().int().min(100).max(600_000).default(30_000),
    /** What one operation of staff or of a partner may cost by the estimate, and one of a visitor. */
    MAX_OPERATION_COST: cost.default(10_000),
    MAX_VISITOR_OPERATION_COST: cost.default(500),
    /** Live connections of all clients at once. */
    MAX_CONNECTIONS: held.default(50_000),
    /** Live connections of one address: a whole call centre may share one. */
    MAX_CONNECTIONS_PER_ADDRESS: held.default(2_000),
    /** Live connections of one viewer: tabs and devices. */
    MAX_CONNECTIONS_PER_VIEWER: held.default(50),
    /** Subscriptions of one viewer over all connections. */
    MAX_SUBSCRIPTIONS_PER_VIEWER: held.default(500),
    /** How long it takes until every live connection has been asked once whether it is still there. */
    CONNECTION_HEARTBEAT_MS: z.coerce.number().int().min(100).max(60_000).default(12_000),
    /** Built faces. */
    DESK_DIST: z.string().default(resolve(root, 'desk/dist')),
    WIDGET_DIST: z.string().default(resolve(root, 'widget/dist')),
  })

export type RouterConfig = z.infer<typeof routerConfig>
