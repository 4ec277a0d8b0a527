import type { StaffViewer } from '#platform/identity/viewer.ts'

/** Who takes a step of a training. */
export interface Trainer {
  id: string
  name: string
  /** A supervisor moves everybody's trainings, others only their own. */
  manages: boolean
}

/** A member of staff as somebody who takes steps. */
export function trainerOf({ id, name, roles }: StaffViewer): Trainer {
  return { id, name, manages: roles.includes('supervisor') || roles.includes('admin') }
}
