import type { TypeFamilies } from '../type-families.ts'

/** What the compilers of a plan's nodes share. */
export interface PlanScope {
  /** The types of the supergraph, the hidden ones too. */
  types: TypeFamilies
  /** Whether the operation only reads. Within a mutation nothing is shared or retried, not even what it reads. */
  read: boolean
}
