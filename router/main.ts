import { readCommandLine, type RouterOptions, usage } from './cli.ts'

let options: RouterOptions
try {
  options = readCommandLine(process.argv.slice(2), process.env)
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  process.exit(2)
}

if (options.help) {
  console.log(usage)
} else if (options.open) {
  const { startOpenServer } = await import('./open-server.ts')
  const { url, stop } = await startOpenServer(options)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
  console.log(`The open router answers at ${url}`)
} else {
  const { startRouter } = await import('./front/start.ts')
  await startRouter()
}
