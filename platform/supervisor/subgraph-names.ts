import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const supergraphConfig = z.object({ subgraphs: z.record(z.string(), z.unknown()) })

/** The subgraphs that supergraph.yaml lists; each lies in `subgraphs/<name>/server.ts`. */
export function subgraphNames(file: string): string[] {
  return Object.keys(supergraphConfig.parse(parse(readFileSync(file, 'utf8'))).subgraphs)
}
