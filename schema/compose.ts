import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Where the composed supergraph is kept. */
export const supergraphFile = resolve(root, 'schema/supergraph.graphql')

const supergraphConfig = z.object({
  subgraphs: z.record(
    z.string(),
    z.object({ routing_url: z.string(), schema: z.object({ file: z.string() }) }),
  ),
})

/**
 * Composes the subgraphs that supergraph.yaml lists into one supergraph.
 * @returns the supergraph's SDL
 * @throws Error with every composition error, one a line
 */
export function compose(configFile = resolve(root, 'supergraph.yaml')): string {
  const { subgraphs } = supergraphConfig.parse(parseYaml(readFileSync(configFile, 'utf8')))
  const services = Object.entries(subgraphs).map(([name, { routing_url: url, schema }]) => ({
    name,
    url,
    typeDefs: parse(readFileSync(resolve(dirname(configFile), schema.file), 'utf8')),
  }))
  const result = composeServices(services)
  if (!result.supergraphSdl) {
    throw new Error((result.errors ?? []).map((error) => error.message).join('\n'))
  }
  return result.supergraphSdl.endsWith('\n') ? result.supergraphSdl : `${result.supergraphSdl}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const composed = compose()
  if (process.argv.includes('--check')) {
    if (composed !== readFileSync(supergraphFile, 'utf8')) {
      console.error('schema/supergraph.graphql is not what the subgraphs compose to: run `npm run compose`')
      process.exit(1)
    }
    console.log('The supergraph is up to date.')
  } else {
    writeFileSync(supergraphFile, composed)
    console.log(`Composed ${composed.length} characters into schema/supergraph.graphql.`)
  }
}
