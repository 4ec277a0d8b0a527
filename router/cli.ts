import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface RouterOptions {
  help: boolean
  open: boolean
  supergraph: string | undefined
  port: number
  urls: Record<string, string>
  timeoutMs: number
  shareReads: boolean
  watch: boolean
}

export const usage = `Usage: node router/main.ts [options]

Without --open the product's router starts: identity, live hub, web hooks, desk; it reads environment variables.

With --open it serves any supergraph to anybody on this machine: no identity, no stores, loopback only.
  GraphQL at /graphql over HTTP (POST; GET for queries), server-sent events (text/event-stream) and WebSocket
  (graphql-transport-ws); /health/live answers 200.

  --open                  start this way
  --supergraph FILE       the composed supergraph (SDL); required
  --watch                 take the file's next version whenever it changes; one that is refused changes nothing
  --port N                port to listen on; 0 takes a free one (default 4000, or the variable PORT)
  --subgraph NAME=URL     ask this subgraph at another address; may be repeated
  --timeout MS            how long a subgraph may take to answer (default 10000)
  --no-dedupe             send equal reads each on their own, also while one of them runs
  --help                  print this
`

/**
 * Reads the command line.
 * @throws Error that says what is wrong with it
 */
export function readCommandLine(args: string[], env: NodeJS.ProcessEnv): RouterOptions {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      open: { type: 'boolean', default: false },
      supergraph: { type: 'string' },
      port: { type: 'string', default: env.PORT ?? '4000' },
      subgraph: { type: 'string', multiple: true, default: [] },
      timeout: { type: 'string', default: '10000' },
      'no-dedupe': { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  })
  if (values.open && !values.help && !values.supergraph) throw new Error('--open needs --supergraph FILE')
  return {
    help: values.help,
    open: values.open,
    supergraph: values.supergraph,
    port: wholeNumber('--port', values.port, 0, 65_535),
    urls: Object.fromEntries(values.subgraph.map(subgraphUrl)),
    timeoutMs: wholeNumber('--timeout', values.timeout, 1, 3_600_000),
    shareReads: !values['no-dedupe'],
    watch: values.watch,
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (text.trim() && Number.isInteger(value) && value >= least && value <= most) return value
  throw new Error(`${option} is a whole number from ${least} to ${most}, not "${text}"`)
}

function subgraphUrl(text: string): [string, string] {
  const at = text.indexOf('=')
  const url = text.slice(at + 1)
  if (at < 1 || !URL.canParse(url)) throw new Error(`--subgraph is NAME=URL, not "${text}"`)
  return [text.slice(0, at), url]
}
