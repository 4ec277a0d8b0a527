import { expect, test } from 'vitest'
import { requireStaff, requireVisitor, type StaffRole, type Viewer } from './viewer.ts'

const staff = (...roles: StaffRole[]): Viewer => ({ kind: 'staff', id: 's', name: 'S', roles })

test.each<[string, Viewer, StaffRole[], string]>([
  ['an agent where agents may', staff('agent'), ['agent', 'supervisor'], 'passes'],
  ['any staff where no role is named', staff('analyst'), [], 'passes'],
  ['an admin anywhere', staff('admin'), ['supervisor'], 'passes'],
  ['a service anywhere', { kind: 'service', id: 'seed' }, ['supervisor'], 'passes'],
  ['an agent where supervisors may', staff('agent'), ['supervisor'], 'FORBIDDEN'],
  ['a visitor', { kind: 'visitor', id: 'v' }, [], 'FORBIDDEN'],
  ['a partner', { kind: 'partner', id: 'p', scopes: [] }, [], 'FORBIDDEN'],
  ['nobody', { kind: 'anonymous' }, [], 'UNAUTHENTICATED'],
])('%s: %s', (_who, viewer, roles, outcome) => {
  const asked = (): unknown => requireStaff(viewer, ...roles)
  if (outcome === 'passes') expect(asked()).toMatchObject({ kind: 'staff' })
  else expect(asked).toThrow(expect.objectContaining({ code: outcome }))
})

test('only a visitor is a visitor', () => {
  expect(requireVisitor({ kind: 'visitor', id: 'v' })).toEqual({ kind: 'visitor', id: 'v' })
  expect(() => requireVisitor(staff('admin'))).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
  expect(() => requireVisitor({ kind: 'anonymous' })).toThrow(
    expect.objectContaining({ code: 'UNAUTHENTICATED' }),
  )
})
