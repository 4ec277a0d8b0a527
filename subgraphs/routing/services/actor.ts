import type { StaffViewer } from '#platform/identity/viewer.ts'

/** Who commands something: an agent about their own contacts, a supervisor about all of them. */
export interface Actor {
  id: string
  supervises: boolean
}

/** The person behind a staff viewer. */
export function actorOf({ id, roles }: Pick<StaffViewer, 'id' | 'roles'>): Actor {
  return { id, supervises: roles.includes('supervisor') || roles.includes('admin') }
}
