import { type DocumentNode, GraphQLError, parse } from 'graphql'
import { subgraphUrls } from '../../engine/http/subgraph-urls.ts'
import { problemCodes, type SupergraphProblem } from '../problem.ts'
import { addressProblems } from './addresses.ts'
import { fieldSetProblems } from './field-sets.ts'
import { topicProblems } from './live-topics.ts'
import { schemaProblems } from './schema.ts'
import { specProblems } from './specs.ts'

/** What the registry can keep in one document, with room; ours has 120 kB. */
export const largestSupergraphBytes = 8 * 1024 * 1024
const shownProblems = 20

/**
 * Looks for everything that can be wrong with a supergraph without planning on it. Each step needs what the one before
 * it has found in order.
 * @param urls addresses that hold instead of the supergraph's own
 */
export function checkSupergraph(
  sdl: string,
  urls: Readonly<Record<string, string>> = {},
): readonly SupergraphProblem[] {
  const bytes = Buffer.byteLength(sdl)
  if (bytes > largestSupergraphBytes) {
    const message = `It has ${bytes} bytes; at most ${largestSupergraphBytes} are taken.`
    return [{ code: problemCodes.tooLarge, message }]
  }
  if (!sdl.trim()) return [{ code: problemCodes.empty, message: 'There is nothing in it.' }]
  const document = parsed(sdl)
  if ('code' in document) return [document]
  const steps = [
    () => specProblems(document),
    () => addressProblems({ ...subgraphUrls(document), ...urls }),
    () => schemaProblems(document),
    () => fieldSetProblems(document),
    () => topicProblems(document),
  ]
  for (const step of steps) {
    const problems = step()
    if (problems.length) return problems.slice(0, shownProblems)
  }
  return []
}

function parsed(sdl: string): DocumentNode | SupergraphProblem {
  try {
    return parse(sdl)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const { line, column } = error.locations?.[0] ?? {}
    const place = line === undefined ? '' : ` (line ${line}, column ${column})`
    return { code: problemCodes.syntax, message: `${error.message}${place}` }
  }
}
