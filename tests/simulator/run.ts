import { help, readOptions } from './options.ts'
import { ProviderServers } from './provider-servers.ts'
import { report } from './report.ts'
import { simulate } from './simulate.ts'
import { systemToUse } from './system-to-use.ts'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') {
    console.log(help)
    return
  }
  const providers = new ProviderServers()
  const system = await systemToUse(providers, options.url)
  console.log(
    `${options.contacts} contacts at ${options.rate} a minute, ${options.agents} agents, on ${system.url} …`,
  )
  try {
    const result = await simulate(system, providers, options, (done) => {
      if (done % 10 === 0) console.log(`${done} of ${options.contacts} contacts are over`)
    })
    report(result)
    if (result.outcomes.some(({ failure }) => failure)) process.exitCode = 1
  } finally {
    await system.stop()
    await providers.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
