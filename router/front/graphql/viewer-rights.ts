import type { StaffRole, Viewer } from '#platform/identity/viewer.ts'
import { contracts, partnerScopes } from '../../identity/field-access.ts'
import { type Access, noRights, type ViewerRights } from '../../engine/authorization/access.ts'

/** What everybody who works here may read. */
const staffScopes = ['articles:read', 'conversations:read', 'customers:read', 'metrics:read', 'routing:read']

/** What a role may do beyond that, in the words of `@requiresScopes`. The subgraphs' services check the same roles. */
const roleScopes: Readonly<Record<Exclude<StaffRole, 'admin'>, readonly string[]>> = {
  agent: ['conversations:handle', 'customers:identify', 'customers:write'],
  supervisor: [
    'conversations:handle',
    'customers:identify',
    'customers:write',
    'operations:manage',
    'routing:manage',
  ],
  'knowledge-editor': ['articles:publish'],
  analyst: [],
}

const allScopes: ReadonlySet<string> = new Set([...staffScopes, ...Object.values(roleScopes).flat()])

/** The policies that `@policy` names, each a question about the viewer alone. */
const policies: Readonly<Record<string, (viewer: Viewer) => boolean>> = {
  /** Works here, or is a part of the system. */
  staff: ({ kind }) => kind === 'staff' || kind === 'service',
}

/**
 * What a viewer may see of the graph. It depends on nothing but their kind, roles and scopes: who follows a live topic
 * under the canonical name of their roles sees the same as under their own.
 */
export function accessOf(viewer: Viewer): Access {
  let access = known.get(viewer)
  if (!access) {
    const contract = contracts.find((name) => name === viewer.kind)
    access = { rights: rightsOf(viewer), ...(contract ? { contract } : {}) }
    known.set(viewer, access)
  }
  return access
}

const known = new WeakMap<Viewer, Access>()

function rightsOf(viewer: Viewer): ViewerRights {
  if (viewer.kind === 'anonymous') return noRights
  const held = Object.keys(policies).filter((name) => policies[name]?.(viewer))
  return { authenticated: true, scopes: scopesOf(viewer), policies: new Set(held) }
}

function scopesOf(viewer: Exclude<Viewer, { kind: 'anonymous' }>): ReadonlySet<string> {
  switch (viewer.kind) {
    case 'visitor':
      return new Set(['visitor'])
    case 'partner':
      return new Set(viewer.scopes.filter((scope) => partnerScopes.includes(scope)))
    case 'service':
      return allScopes
    case 'staff':
      if (viewer.roles.includes('admin')) return allScopes
      return new Set([
        ...staffScopes,
        ...viewer.roles.flatMap((role) => (role === 'admin' ? [] : roleScopes[role])),
      ])
  }
}
