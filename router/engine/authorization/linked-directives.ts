import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql'

/** The directives that the router reads out of a supergraph. */
export type LinkedFeature = 'authenticated' | 'requiresScopes' | 'policy' | 'tag' | 'context'

const specifications = 'https://specs.apollo.dev/'
/** Whose absence of support would open what they protect; the planner keeps `@inaccessible`. */
const understood: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy', 'inaccessible'])
const accessFeatures: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy'])

interface Link {
  /** The specification's name where it is one of Apollo's, its whole address otherwise. */
  feature: string
  major: number
  as: string | undefined
  purpose: string | undefined
  /** Local names by the specification's own, both without `@`. */
  imports: ReadonlyMap<string, string>
}

/**
 * Under which names a supergraph uses the directives that we read: its `@link`s say so (link/v1.0), a name alone says
 * nothing. An access directive that no link explains counts as what it is called: better closed than open.
 * @throws Error when the supergraph names a feature `for: SECURITY` that is not known here
 */
export function linkedDirectives(supergraph: DocumentNode): (feature: LinkedFeature) => ReadonlySet<string> {
  const links = linksOf(supergraph)
  for (const { feature, major, purpose } of links) {
    if (purpose === 'SECURITY' && !(understood.has(feature) && major === 0)) {
      throw new Error(
        `The supergraph needs the security feature ${feature} v${major}, which is not known here`,
      )
    }
  }
  return (feature) => {
    const names = new Set<string>()
    const taken = new Set<string>()
    for (const { feature: linked, as, imports } of links) {
      for (const [name, local] of imports) {
        const ours = name === feature && (linked === feature || linked === 'federation')
        if (ours) names.add(local)
        else taken.add(local)
      }
      // the specification's main directive is known by the namespace itself, all are by `namespace__directive`
      if (linked === feature && !imports.has(feature)) names.add(as ?? feature)
      if (linked === feature || linked === 'federation') names.add(`${as ?? linked}__${feature}`)
    }
    if (accessFeatures.has(feature) && !taken.has(feature)) names.add(feature)
    return names
  }
}

function linksOf(supergraph: DocumentNode): Link[] {
  const directives = supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? [])
      : [],
  )
  const own = directives.find((directive) => {
    const { url, as = 'link' } = argumentsOf(directive)
    return typeof url === 'string' && /\/link\/v1\.\d+\/?$/.test(url) && as === directive.name.value
  })
  const name = own?.name.value ?? 'link'
  return directives.filter((directive) => directive.name.value === name).flatMap(linkOf)
}

function linkOf(directive: ConstDirectiveNode): Link[] {
  const { url, as, for: purpose, import: imported } = argumentsOf(directive)
  if (typeof url !== 'string') return []
  const [, identity = url, major = '0'] = /^(.*?)\/v(\d+)\.\d+\/?$/.exec(url) ?? []
  const imports = new Map<string, string>()
  for (const one of Array.isArray(imported) ? (imported as unknown[]) : []) {
    const { name, as: local = name } =
      typeof one === 'string' ? { name: one } : (one as { [key: string]: unknown })
    if (typeof name !== 'string' || typeof local !== 'string' || !name.startsWith('@')) continue
    imports.set(name.slice(1), local.replace(/^@/, ''))
  }
  return [
    {
      feature: identity.startsWith(specifications) ? identity.slice(specifications.length) : identity,
      major: Number(major),
      as: typeof as === 'string' ? as : undefined,
      purpose: typeof purpose === 'string' ? purpose : undefined,
      imports,
    },
  ]
}

function argumentsOf(directive: ConstDirectiveNode): { [name: string]: unknown } {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  )
}
