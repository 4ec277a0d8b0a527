import type { CombinedError } from 'urql'

/** What went wrong, for a person: a code with words in the catalogue, and the id that finds it in the logs. */
export interface Problem {
  code: string
  requestId?: string
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Reads what the graph, the network or the live connection said. */
export function problemOf(error: CombinedError | undefined): Problem | undefined {
  if (!error) return undefined
  const extensions = error.graphQLErrors[0]?.extensions
  const refused: unknown = error.networkError
  const liveCode =
    typeof refused === 'object' && refused && 'code' in refused ? text(refused.code) : undefined
  return {
    code: text(extensions?.code) ?? liveCode ?? (error.networkError ? 'UNREACHABLE' : 'INTERNAL'),
    requestId: text(extensions?.requestId),
  }
}
