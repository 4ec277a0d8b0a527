import { type DocumentNode, Kind, parse } from 'graphql'

/**
 * The subgraphs of a supergraph with their addresses, out of its `join__Graph` enum.
 * @throws Error when the text is not a supergraph
 */
export function subgraphUrls(supergraph: string | DocumentNode): Record<string, string> {
  const urls: Record<string, string> = {}
  const document = typeof supergraph === 'string' ? parse(supergraph, { noLocation: true }) : supergraph
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue
    for (const value of definition.values ?? []) {
      const directive = value.directives?.find((one) => one.name.value === 'join__graph')
      const text = (name: string) => {
        const argument = directive?.arguments?.find((one) => one.name.value === name)?.value
        return argument?.kind === Kind.STRING ? argument.value : undefined
      }
      const name = text('name')
      if (name !== undefined) urls[name] = text('url') ?? ''
    }
  }
  if (!Object.keys(urls).length)
    throw new Error('This is not a supergraph: it names no subgraphs (join__Graph)')
  return urls
}
