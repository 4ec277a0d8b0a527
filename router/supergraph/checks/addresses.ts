import { problemCodes, type SupergraphProblem } from '../problem.ts'

/** Subgraphs that nobody could ask. */
export function addressProblems(urls: Readonly<Record<string, string>>): SupergraphProblem[] {
  return Object.entries(urls)
    .filter(([, url]) => !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    .map(([name, url]) => ({
      code: problemCodes.noAddress,
      message: `The subgraph "${name}" has no http(s) address${url ? `, but "${url}"` : ''}: give it a routing URL.`,
    }))
}
