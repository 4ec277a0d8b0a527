import type { z } from 'zod'
import type { ServiceConfig } from '../config/service-config.ts'
import type { Consumer } from '../events/consume.ts'
import type { Envelope, EventDefinition } from '../events/define-event.ts'
import type { Viewer } from '../identity/viewer.ts'
import { newId } from '../ids/new-id.ts'
import type { JobDefinition } from '../jobs/define-job.ts'
import { type OpenService, openService } from '../service/open-service.ts'
import type { RequestContext, ServiceContext } from '../service/service-context.ts'
import type { Migration } from '../store/migrations.ts'
import { dropEverything } from './drop-everything.ts'
import { testConfig, testPrefix } from './test-config.ts'

export interface TestServiceOptions<C extends ServiceConfig = ServiceConfig> {
  name: string
  config?: z.ZodObject & z.ZodType<C>
  /** Environment variables besides the stores' and the prefix. */
  env?: Record<string, string>
  consumers?: readonly Consumer[]
  jobs?: readonly JobDefinition[]
  migrations?: readonly Migration[]
  now?: () => Date
  /** To share queues with another service under test; its own when left out. */
  prefix?: string
  /** Whether it relays, consumes and runs jobs; true when left out. */
  working?: boolean
}

export interface TestService<C extends ServiceConfig = ServiceConfig> extends OpenService<C> {
  readonly ctx: ServiceContext<C>
  readonly prefix: string
  /** The events emitted so far, committed ones only, with their payload's type. */
  emitted<P extends z.ZodType>(event: EventDefinition<P>): Array<Envelope<z.output<P>>>
  /** The context of a request by this viewer. */
  as(viewer: Viewer): RequestContext<C>
  /** Closes it and drops all that it made in the stores. */
  stop(): Promise<void>
}

/** A service on the real stores, without a server: a database, queues and topics of its own. */
export async function createTestService<C extends ServiceConfig = ServiceConfig>(
  options: TestServiceOptions<C>,
): Promise<TestService<C>> {
  const { name, prefix = testPrefix(), working = true, consumers, jobs, migrations, now } = options
  const config = testConfig<C>(prefix, options.config, options.env)
  const events: Array<Envelope<unknown>> = []
  const service = await openService<C>({
    name,
    config,
    consumers,
    jobs,
    migrations,
    now,
    emitted: (envelope) => events.push(envelope),
  })
  if (working) service.work()
  return {
    ...service,
    prefix,
    emitted: <P extends z.ZodType>(event: EventDefinition<P>) =>
      events.filter(({ type }) => type === event.type) as Array<Envelope<z.output<P>>>,
    as: (viewer) => ({ ...service.ctx, viewer, requestId: newId() }),
    async stop() {
      await service.close()
      await dropEverything(config, name)
    },
  }
}
