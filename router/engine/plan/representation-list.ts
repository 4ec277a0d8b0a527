import type { JsonObject } from '../json.ts'
import type { RepresentationWriter } from './representation.ts'

/** The representations one request asks about, each once. */
export class RepresentationList {
  readonly #indexes = new Map<string, number>()
  /** Their JSON texts, joined by commas. */
  text = ''

  get size(): number {
    return this.#indexes.size
  }

  /** Adds those of the entities; gives for each entity the index of its representation, -1 without one. */
  add(entities: readonly JsonObject[], write: RepresentationWriter, variables: JsonObject): number[] {
    const indexes: number[] = new Array(entities.length)
    for (let entity = 0; entity < entities.length; entity++) {
      const text = write(entities[entity] as JsonObject, variables)
      indexes[entity] = text === undefined ? -1 : this.#indexOf(text)
    }
    return indexes
  }

  #indexOf(text: string): number {
    const known = this.#indexes.get(text)
    if (known !== undefined) return known
    const index = this.#indexes.size
    this.#indexes.set(text, index)
    this.text += index ? `,${text}` : text
    return index
  }
}
