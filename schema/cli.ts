import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { apiSchema } from './api-schema.ts'
import { compose, supergraphFile } from './compose.ts'
import { diff } from './verbs/diff.ts'
import { history } from './verbs/history.ts'
import { publish } from './verbs/publish.ts'
import { rollback } from './verbs/rollback.ts'
import { status } from './verbs/status.ts'

const usage = `npm run schema -- VERB [OPTIONS]

  check            composes the subgraphs of supergraph.yaml and compares with schema/supergraph.graphql
  compose          composes them into schema/supergraph.graphql
  print [--api]    prints the supergraph, or with --api the schema that clients see

The registry of running routers (those with SUPERGRAPH_SOURCE=registry; npm start is one):

  publish          composes, checks, publishes the next version, and waits until the routers serve it
    --file FILE        publishes this supergraph instead
    --message TEXT     what it is for, shown in the history
    --author NAME      who publishes; the user of this machine when left out
    --allow-breaking   also when clients lose something by it
  rollback         brings the version back that served before the newest one, as a new version
    --to N             brings this version back instead
    --message, --author as above
  status           the newest version, and which router serves which; fails when one serves another
  history          the versions, newest first
  diff [A [B]]     what clients notice from version A (the newest) to version B (what the subgraphs compose to)
    --file FILE        compares with this supergraph

  --help           prints this

The registry lies in the stores that MONGODB_URI, VALKEY_URL and NAME_PREFIX name; when they are not set, in those of the
system that npm start runs from this folder. Exit codes: 0 done, 1 refused or failed, 2 not understood.`

const options = {
  help: { type: 'boolean', short: 'h' },
  api: { type: 'boolean' },
  file: { type: 'string' },
  message: { type: 'string', short: 'm' },
  author: { type: 'string' },
  'allow-breaking': { type: 'boolean' },
  to: { type: 'string' },
} as const

type Options = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']

/** Each verb: the options it knows, and what it does; false when it was not done. */
const verbs: Record<
  string,
  {
    knows: ReadonlyArray<keyof typeof options>
    run(given: Options, rest: string[]): boolean | Promise<boolean>
  }
> = {
  check: { knows: [], run: check },
  compose: {
    knows: [],
    run() {
      writeFileSync(supergraphFile, compose())
      console.log('Composed into schema/supergraph.graphql.')
      return true
    },
  },
  print: {
    knows: ['api'],
    run({ api }) {
      const supergraph = compose()
      console.log(api ? apiSchema(supergraph) : supergraph)
      return true
    },
  },
  publish: { knows: ['file', 'message', 'author', 'allow-breaking'], run: publish },
  rollback: { knows: ['to', 'message', 'author'], run: rollback },
  status: { knows: [], run: status },
  history: { knows: [], run: history },
  diff: { knows: ['file'], run: (given, rest) => diff(rest, given) },
}

function check(): boolean {
  if (compose() === readFileSync(supergraphFile, 'utf8')) {
    console.log('The subgraphs compose, and schema/supergraph.graphql is up to date.')
    return true
  }
  console.error(
    'schema/supergraph.graphql is not what the subgraphs compose to: run `npm run schema -- compose`.',
  )
  return false
}

/** @returns the exit code */
async function run(): Promise<number> {
  const { positionals, values } = read()
  const [name, ...rest] = positionals
  if (values.help) {
    console.log(usage)
    return 0
  }
  const verb = name === undefined ? undefined : verbs[name]
  if (!verb) return misunderstood(name === undefined ? '' : `There is no verb "${name}".\n\n`)
  const foreign = Object.keys(values).find((option) => !verb.knows.includes(option as keyof typeof options))
  if (foreign !== undefined) return misunderstood(`${name} does not know --${foreign}.\n\n`)
  if (rest.length > (name === 'diff' ? 2 : 0)) return misunderstood(`${name} does not know "${rest[0]}".\n\n`)
  return (await verb.run(values, rest)) ? 0 : 1
}

function read() {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    process.exit(misunderstood(`${error instanceof Error ? error.message : String(error)}\n\n`))
  }
}

function misunderstood(why: string): number {
  console.error(`${why}${usage}`)
  return 2
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
