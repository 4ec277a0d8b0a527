import type { CombinedError } from 'urql'

/** What went wrong, for a person: a code with words in the catalogue, and the id that finds it in the logs. */
export interface Problem {
  code: string
  requestId?: string
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A field within an answer that the viewer's role may not see is no problem of theirs: it is shown as empty. */
const withheld = ({ extensions, path }: CombinedError['graphQLErrors'][number]): boolean =>
  extensions?.code === 'UNAUTHORIZED_FIELD_OR_TYPE' && (path?.length ?? 0) > 1

/** Reads what the graph, the network or the live connection said. */
export function problemOf(error: CombinedError | undefined): Problem | undefined {
  if (!error) return undefined
  const problem = error.graphQLErrors.find((one) => !withheld(one))
  if (!problem && error.graphQLErrors.length && !error.networkError) return undefined
  const extensions = problem?.extensions
  const refused: unknown = error.networkError
  const liveCode =
    typeof refused === 'object' && refused && 'code' in refused ? text(refused.code) : undefined
  return {
    code: text(extensions?.code) ?? liveCode ?? (error.networkError ? 'UNREACHABLE' : 'INTERNAL'),
    requestId: text(extensions?.requestId),
  }
}
