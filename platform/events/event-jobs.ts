import type { BulkJobOptions } from 'bullmq'
import type { ServiceConfig } from '../config/service-config.ts'
import { newId } from '../ids/new-id.ts'
import type { Envelope } from './define-event.ts'

/** A job of an event queue: one event, or several that were carried together. */
export interface EventJob {
  name: string
  data: unknown
  opts: BulkJobOptions
}

/** The name of jobs that hold several events. */
const parcel = 'parcel'
/** Events of one parcel at most. */
const maxEvents = 20

/**
 * The jobs for events of one queue. What is carried at the same time travels in parcels, since a job costs the queue
 * the same whatever is in it; a single event travels alone.
 */
export function jobsFor(events: ReadonlyArray<Envelope<unknown>>, config: ServiceConfig): EventJob[] {
  const jobs: EventJob[] = []
  for (let at = 0; at < events.length; at += maxEvents) {
    const together = events.slice(at, at + maxEvents)
    const [first] = together
    if (first && together.length === 1) jobs.push(jobAlone(first, config))
    // An id of its own: a queue leaves out a job whose id it has, and what is carried anew may be grouped otherwise.
    else jobs.push({ name: parcel, data: { events: together }, opts: optionsOf(newId(), config) })
  }
  return jobs
}

/** The job for one event. */
export function jobAlone(event: Envelope<unknown>, config: ServiceConfig): EventJob {
  return { name: event.type, data: event, opts: optionsOf(event.id, config) }
}

/** The events of a job, as they came over the wire. */
export function eventsIn(data: unknown): Array<Envelope<unknown>> {
  const { events } = data as { events?: Array<Envelope<unknown>> }
  return Array.isArray(events) ? events : [data as Envelope<unknown>]
}

function optionsOf(jobId: string, config: ServiceConfig): BulkJobOptions {
  return {
    jobId,
    attempts: config.EVENT_ATTEMPTS,
    backoff: { type: 'exponential', delay: config.RETRY_BACKOFF_MS, jitter: 0.2 },
    removeOnComplete: true,
    removeOnFail: true,
  }
}
