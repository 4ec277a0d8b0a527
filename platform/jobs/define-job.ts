import type { z } from 'zod'
import type { ServiceContext } from '../service/service-context.ts'
import type { JobReference } from './job-reference.ts'

/** Work outside of a request. BullMQ may run it twice or early: the store's state decides what is still to do. */
export interface JobDefinition<P extends z.ZodType = z.ZodType> extends JobReference<P> {
  /** Jobs of this kind that one process runs at the same time; 1 when left out. */
  readonly concurrency?: number
  run(ctx: ServiceContext, payload: z.output<P>): Promise<unknown>
}

/** Declares a job (`jobs/<verb-noun>.ts`). */
export function defineJob<P extends z.ZodType>(definition: JobDefinition<P>): JobDefinition<P> {
  return definition
}
