import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { copy, merge } from './merge.ts'

/**
 * Completes entities by what a subgraph answered about their representations. Where one answer completes several
 * entities, all but the first get a copy: later fetches change them separately.
 */
export function placeEntities(
  entities: readonly JsonObject[],
  indexes: readonly number[],
  answers: Json,
): void {
  if (!Array.isArray(answers)) return
  const used = new Uint8Array(answers.length)
  for (let entity = 0; entity < entities.length; entity++) {
    const index = indexes[entity] as number
    const answer = answers[index]
    if (index < 0 || !isJsonObject(answer)) continue
    merge(entities[entity] as JsonObject, used[index] ? copy(answer) : answer)
    used[index] = 1
  }
}
