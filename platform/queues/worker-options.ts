import type { WorkerOptions } from 'bullmq'
import type { Redis } from 'ioredis'
import type { ServiceConfig } from '../config/service-config.ts'
import { queuePrefix } from './queues.ts'

/** What all workers have in common: a killed one's work is taken over after at most 15 s. */
export function workerOptions(connection: Redis, config: ServiceConfig): WorkerOptions {
  return {
    connection,
    prefix: queuePrefix(config.NAME_PREFIX),
    lockDuration: 10_000,
    stalledInterval: 5_000,
    // BullMQ would fail the job past our processor, which counts these itself and keeps the dead letter.
    maxStalledCount: 1_000_000,
  }
}
