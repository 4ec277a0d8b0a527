import { Bucketed } from '#platform/metrics/bucketed.ts'

/** What an engine counts about preparing operations. */
export class PlanFigures {
  /** Operations that were prepared already. */
  hits = 0
  /** Operations that had to be prepared, refused ones included. */
  misses = 0
  /** How long these took. */
  readonly seconds = new Bucketed()
}
