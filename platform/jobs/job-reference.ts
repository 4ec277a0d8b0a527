import type { z } from 'zod'

/** What `ctx.enqueue` has to know of a job; `defineJob` gives it together with the work. */
export interface JobReference<P extends z.ZodType = z.ZodType> {
  /** Kebab case; one queue for each. */
  readonly name: string
  readonly payload: P
  /** Of equal keys one job waits: a later enqueue replaces it, and while it runs it runs once more afterwards. */
  key(payload: z.output<P>): string
  /** Tries before it goes to the dead letters; 5 when left out. */
  readonly attempts?: number
}
