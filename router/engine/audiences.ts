import type { GraphQLSchema } from 'graphql'
import { Audience, type UsedOperation } from './audience.ts'
import type { EngineSchema } from './engine-schema.ts'
import { PlanFigures } from './plan-figures.ts'
import { TypeFamilies } from './type-families.ts'

export interface AudienceOptions {
  /** Whether those who see the whole graph are told the names that come near a mistake. */
  suggestions: boolean
  /** Prepared operations kept at most, for each audience. */
  planCache: number
}

/** Those who see the whole graph, and those who see a contract's part of it. */
export class Audiences {
  /** What is counted about preparing operations, for all of them. */
  readonly plans = new PlanFigures()
  readonly #whole: Audience
  readonly #contracts: ReadonlyMap<string, Audience>

  constructor(known: EngineSchema, { suggestions, planCache }: AudienceOptions) {
    const { planner, supergraphTypes, costs, accessMap } = known
    const audience = (schema: GraphQLSchema, namesNear: boolean, contract?: string) =>
      new Audience(
        {
          planner,
          schema,
          clientTypes: new TypeFamilies(schema),
          supergraphTypes,
          costs,
          selections: { schema, types: supergraphTypes, accessMap },
          suggestions: namesNear,
        },
        planCache,
        this.plans,
        contract,
      )
    this.#whole = audience(known.client, suggestions)
    this.#contracts = new Map(
      [...known.contracts].map(([name, schema]) => [name, audience(schema, false, name)]),
    )
  }

  get contracts(): readonly string[] {
    return [...this.#contracts.keys()]
  }

  get kept(): number {
    let kept = this.#whole.kept
    for (const audience of this.#contracts.values()) kept += audience.kept
    return kept
  }

  /** @throws Error for a contract that was not named at the beginning: nothing may be open to it by mistake */
  of(contract: string | undefined): Audience {
    if (contract === undefined) return this.#whole
    const audience = this.#contracts.get(contract)
    if (!audience) throw new Error(`There is no contract "${contract}"`)
    return audience
  }

  /** Operations that were used lately by anybody, each audience's oldest first. */
  recentOperations(most: number): UsedOperation[] {
    const all = [...this.#contracts.values(), this.#whole]
    return all.flatMap((audience) => audience.recentOperations(Math.ceil(most / all.length)))
  }
}
