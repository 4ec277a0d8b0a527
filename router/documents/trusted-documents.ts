import { Kind, parse } from 'graphql'

/** One document that was released with a face or by a partner. */
export interface TrustedDocument {
  hash: string
  text: string
  /** The names of its operations; empty where its only one has none. */
  operationNames: readonly string[]
}

/** The documents that a deployment has released, found by hash or by text. */
export class TrustedDocuments {
  readonly #byHash = new Map<string, TrustedDocument>()
  readonly #byText = new Map<string, TrustedDocument>()
  readonly #names = new Set<string>()

  /**
   * Adds a document; the same text twice is one document.
   * @throws GraphQLError when it is no GraphQL
   */
  add(hash: string, text: string): void {
    const document = { hash, text, operationNames: operationNamesIn(text) }
    this.#byHash.set(hash, document)
    this.#byText.set(text, document)
    for (const name of document.operationNames) this.#names.add(name)
  }

  get size(): number {
    return this.#byHash.size
  }

  byHash(hash: string): TrustedDocument | undefined {
    return this.#byHash.get(hash)
  }

  byText(text: string): TrustedDocument | undefined {
    return this.#byText.get(text)
  }

  /** The names of all their operations: few enough to be a label of a metric. */
  get operationNames(): ReadonlySet<string> {
    return this.#names
  }

  [Symbol.iterator](): IterableIterator<TrustedDocument> {
    return this.#byHash.values()
  }
}

function operationNamesIn(text: string): string[] {
  return parse(text, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  )
}
