import { ConfigError } from '../config/config-error.ts'
import { loadConfig } from '../config/load-config.ts'
import { type ServiceConfig, serviceConfig } from '../config/service-config.ts'
import { createLogger } from '../log/logger.ts'
import { openSubgraph, type Subgraph } from './open-subgraph.ts'
import { runProcess } from './run-process.ts'
import type { SubgraphDefinition } from './subgraph-definition.ts'

/**
 * Runs a subgraph as this process: reads the environment, opens it, reports `{ kind: 'ready', port, metricsPort }` to
 * a parent process, and stops at SIGTERM, at Ctrl-C, or when the parent has gone.
 */
export async function startSubgraph<C extends ServiceConfig = ServiceConfig>(
  definition: SubgraphDefinition<C>,
): Promise<Subgraph<C> | undefined> {
  const schema = definition.config ?? serviceConfig
  let config: C
  try {
    config = loadConfig(schema) as C
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${definition.name} can not start. ${error.message}\n`)
    process.exitCode = 1
    return undefined
  }
  const log = createLogger(definition.name, config.LOG_LEVEL)
  return runProcess(log, async () => {
    const subgraph = await openSubgraph(definition, config, { log, processWide: true })
    const { port, metricsPort } = subgraph
    log.info({ port, metricsPort }, 'ready')
    process.send?.({ kind: 'ready', port, metricsPort })
    return subgraph
  })
}
