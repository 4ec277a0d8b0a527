import { type EngineLimits, firstBeyond } from './limits.ts'
import type { Operation, Refusal } from './operation.ts'
import { RecentCache } from './recent-cache.ts'
import type { PlanFigures } from './plan-figures.ts'
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
  readonly #operations: RecentCache<Prepared>
  readonly #plans: PlanFigures

  /** @param kept operations kept at most */
  constructor(scope: PrepareScope, kept: number, plans: PlanFigures, contract?: string) {
    this.#plans = plans
    this.scope = scope
    this.#contract = contract
    this.#operations = new RecentCache(kept)
  }

  /** Prepared operations that are kept. */
  get kept(): number {
    return this.#operations.size
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
      this.#plans.hits++
      const beyond = firstBeyond(known.operation.size, limits)
      return beyond ? { errors: [beyond] } : known.operation
    }
    const began = performance.now()
    const prepared = prepareOperation(query, operationName ?? undefined, limits, this.scope)
    this.#plans.misses++
    this.#plans.seconds.observe((performance.now() - began) / 1000)
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
