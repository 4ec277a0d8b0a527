import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse, print, visit } from 'graphql'
import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { compose, supergraphFile } from './compose.ts'

const usage = `npm run schema -- VERB

  check            composes the subgraphs of supergraph.yaml and compares with schema/supergraph.graphql
  compose          composes them into schema/supergraph.graphql
  print [--api]    prints the supergraph, or with --api the schema that clients see
  --help           prints this`

/** @returns the exit code */
function run(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, api: { type: 'boolean' } },
  })
  const [verb] = positionals
  if (values.help) {
    console.log(usage)
    return 0
  }
  switch (verb) {
    case 'check':
      return check()
    case 'compose':
      writeFileSync(supergraphFile, compose())
      console.log('Composed into schema/supergraph.graphql.')
      return 0
    case 'print': {
      const supergraph = compose()
      console.log(values.api ? apiSchema(supergraph) : supergraph)
      return 0
    }
    default:
      console.error(verb ? `There is no verb "${verb}".\n\n${usage}` : usage)
      return 2
  }
}

function check(): number {
  if (compose() === readFileSync(supergraphFile, 'utf8')) {
    console.log('The subgraphs compose, and schema/supergraph.graphql is up to date.')
    return 0
  }
  console.error(
    'schema/supergraph.graphql is not what the subgraphs compose to: run `npm run schema -- compose`.',
  )
  return 1
}

/** The consumer schema without the definitions that composition leaves in it for its own use. */
function apiSchema(supergraph: string): string {
  const document = parse(new QueryPlanner(supergraph).consumerSchema)
  const definitions = document.definitions.filter(
    (definition) => !('name' in definition && /^(?:join|link)__/.test(definition.name?.value ?? '')),
  )
  // A schema that is built from the text brings introspection by itself, and refuses fields of its names.
  return print(
    visit(
      { ...document, definitions },
      {
        FieldDefinition: ({ name }) => (name.value.startsWith('__') ? null : undefined),
      },
    ),
  )
}

try {
  process.exitCode = run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
