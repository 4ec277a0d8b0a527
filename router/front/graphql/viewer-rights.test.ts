import { describe, expect, test } from 'vitest'
import { staffRoles, type Viewer } from '#platform/identity/viewer.ts'
import { accessOf } from './viewer-rights.ts'

const staff = (...roles: Extract<Viewer, { kind: 'staff' }>['roles']): Viewer => ({
  kind: 'staff',
  id: 's',
  name: 'S',
  roles,
})
const can = (viewer: Viewer, scope: string) => accessOf(viewer).rights.scopes.has(scope)

describe('scopes of staff', () => {
  test.each([
    ['conversations:handle', ['agent', 'supervisor', 'admin']],
    ['customers:identify', ['agent', 'supervisor', 'admin']],
    ['customers:write', ['agent', 'supervisor', 'admin']],
    ['operations:manage', ['supervisor', 'admin']],
    ['routing:manage', ['supervisor', 'admin']],
    ['articles:publish', ['knowledge-editor', 'admin']],
    ['metrics:read', [...staffRoles]],
    ['customers:read', [...staffRoles]],
  ])('%s is for %j', (scope, roles) => {
    expect(staffRoles.filter((role) => can(staff(role), scope))).toEqual(
      staffRoles.filter((role) => roles.includes(role)),
    )
  })

  test('several roles add up', () => {
    const both = staff('agent', 'knowledge-editor')
    expect([
      can(both, 'articles:publish'),
      can(both, 'customers:write'),
      can(both, 'routing:manage'),
    ]).toEqual([true, true, false])
  })

  test('without a role there is only what everybody here may read', () => {
    expect([can(staff(), 'conversations:read'), can(staff(), 'conversations:handle')]).toEqual([true, false])
  })
})

test.each<[Viewer, object]>([
  [{ kind: 'anonymous' }, { authenticated: false, scopes: [], policies: [], contract: undefined }],
  [
    { kind: 'visitor', id: 'v' },
    { authenticated: true, scopes: ['visitor'], policies: [], contract: 'visitor' },
  ],
  [
    { kind: 'partner', id: 'p', scopes: ['articles:read', 'routing:manage'] },
    // a scope that the list of partners' scopes does not hold counts for nothing
    { authenticated: true, scopes: ['articles:read'], policies: [], contract: 'partner' },
  ],
])('%j', (viewer, expected) => {
  const { rights, contract } = accessOf(viewer)
  expect({
    authenticated: rights.authenticated,
    scopes: [...rights.scopes],
    policies: [...rights.policies],
    contract,
  }).toEqual(expected)
})

test('a service may see all that an admin may; both hold the policy of staff', () => {
  const service = accessOf({ kind: 'service', id: 'router' })
  expect(service.rights).toEqual(accessOf(staff('admin')).rights)
  expect([...service.rights.policies]).toEqual(['staff'])
})
