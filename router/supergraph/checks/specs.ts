import { type ConstDirectiveNode, type DocumentNode, type EnumValueDefinitionNode, Kind } from 'graphql'
import { problemCodes, type SupergraphProblem } from '../problem.ts'

/**
 * What the router does as these specifications say. A supergraph may demand of its router to understand one
 * (`for: SECURITY`, `for: EXECUTION`); who serves it without would give away what is to be kept, or give wrong answers.
 * https://specs.apollo.dev/link/v1.0/#Purpose
 */
const understood: ReadonlySet<string> = new Set([
  'https://specs.apollo.dev/link/v1.0',
  'https://specs.apollo.dev/join/v0.3',
  'https://specs.apollo.dev/join/v0.4',
  'https://specs.apollo.dev/join/v0.5',
  'https://specs.apollo.dev/inaccessible/v0.2',
  'https://specs.apollo.dev/authenticated/v0.1',
  'https://specs.apollo.dev/requiresScopes/v0.1',
  'https://specs.apollo.dev/policy/v0.1',
])

/** Whether it is a supergraph at all, and needs nothing of its router that this one does not do. */
export function specProblems(document: DocumentNode): SupergraphProblem[] {
  const links = linksOf(document)
  if (!links.some(({ url }) => url.startsWith('https://specs.apollo.dev/join/'))) {
    const message =
      'It does not link the join specification: compose the subgraphs, and give what comes out of that.'
    return [{ code: problemCodes.notASupergraph, message }]
  }
  const graphs = document.definitions.find(
    (one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph',
  )
  const names = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []).map(subgraphName) : []
  if (!names.length || names.includes('')) {
    return [{ code: problemCodes.notASupergraph, message: 'It names no subgraphs (join__Graph).' }]
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) {
    return [{ code: problemCodes.notASupergraph, message: `Two subgraphs are called "${twice}".` }]
  }
  return links
    .filter(({ url, purpose }) => purpose !== undefined && !understood.has(url))
    .map(({ url, purpose }) => ({
      code: problemCodes.unknownSpec,
      message: `It needs ${url} for ${purpose}, which this router does not understand.`,
    }))
}

function subgraphName({ directives }: EnumValueDefinitionNode): string {
  const graph = directives?.find(({ name }) => name.value === 'join__graph')
  return (graph && argument(graph, 'name')) ?? ''
}

interface Link {
  url: string
  purpose: string | undefined
}

/** The `@link`s of the schema; `@core` was the directive's first name, with `feature` in the place of `url`. */
function linksOf(document: DocumentNode): Link[] {
  return document.definitions
    .flatMap((one) =>
      one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION ? (one.directives ?? []) : [],
    )
    .filter(({ name }) => name.value === 'link' || name.value === 'core')
    .map((link) => ({
      url: argument(link, 'url') ?? argument(link, 'feature') ?? '',
      purpose: argument(link, 'for'),
    }))
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value
  if (value?.kind === Kind.STRING || value?.kind === Kind.ENUM) return value.value
  return value && value.kind !== Kind.NULL ? '' : undefined
}
