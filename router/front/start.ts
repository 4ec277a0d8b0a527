import { ConfigError } from '#platform/config/config-error.ts'
import { loadConfig } from '#platform/config/load-config.ts'
import { createLogger } from '#platform/log/logger.ts'
import { runProcess } from '#platform/server/run-process.ts'
import { openRouter } from './open-router.ts'
import { type RouterConfig, routerConfig } from './router-config.ts'

/**
 * Runs the product's router as this process: reads the environment, opens it, reports
 * `{ kind: 'ready', port, metricsPort }` to a parent process, and stops at SIGTERM, at Ctrl-C, or when the parent has
 * gone.
 */
export async function startRouter(): Promise<void> {
  let config: RouterConfig
  try {
    config = loadConfig(routerConfig)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`The router can not start. ${error.message}\n`)
    process.exitCode = 1
    return
  }
  const log = createLogger('router', config.LOG_LEVEL)
  await runProcess(log, async () => {
    const router = await openRouter(config, { log, processWide: true })
    const { port, metricsPort } = router
    log.info({ port, metricsPort }, 'ready')
    process.send?.({ kind: 'ready', port, metricsPort })
    return router
  })
}
