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
  await startOpenServer(options)
} else {
  const { startRouter } = await import('./front/start.ts')
  await startRouter()
}
