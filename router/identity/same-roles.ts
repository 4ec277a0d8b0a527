import type { StaffRole } from '#platform/identity/viewer.ts'

/** Whether two lists name the same roles, in whatever order. */
export function sameRoles(one: readonly StaffRole[], other: readonly StaffRole[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role))
}
