import { type EngineLimits, firstBeyond } from './limits.ts'
import type { Operation, Refusal } from './operation.ts'
import { PlanCache } from './plan-cache.ts'
import { type PrepareScope, prepareOperation } from './prepare-operation.ts'

/** An operation as its clients send it. */
export interface UsedOperation {
  query: string
  operationName?: string | null | undefined
  /** The contract whose viewers send it. */
  contract?: string | undefined
}

interface Prepared extends UsedOperation {
  operation: Operation
}

/** The viewers of one schema, all of the graph or a contract's, with the operations that were prepared for them. */
export class Audience {
  readonly scope: PrepareScope
  readonly #contract: string | undefined
  readonly #operations: PlanCache<Prepared>

  /** @param kept operations kept at most */
  constructor(scope: PrepareScope, kept: number, contract?: string) {
    this.scope = scope
    this.#contract = contract
    this.#operations = new PlanCache(kept)
  }

  /**
   * Prepares an operation, or gives what was prepared before, measured against the limits of those who ask now.
   * Refusals are not kept.
   */
  prepare(
    query: string,
    operationName: string | null | undefined,
    limits: Readonly<EngineLimits>,
  ): Operation | Refusal {
    const key = operationName ? `${operationName}\n${query}` : query
    const known = this.#operations.get(key)
    if (known) {
      const beyond = firstBeyond(known.operation.size, limits)
      return beyond ? { errors: [beyond] } : known.operation
    }
    const prepared = prepareOperation(query, operationName ?? undefined, limits, this.scope)
    if (!('errors' in prepared)) {
      this.#operations.set(key, { query, operationName, contract: this.#contract, operation: prepared })
    }
    return prepared
  }

  /** Operations that were used lately, oldest first. */
  recentOperations(most: number): UsedOperation[] {
    return this.#operations
      .newest(most)
      .map(({ query, operationName, contract }) => ({ query, operationName, contract }))
  }
}
