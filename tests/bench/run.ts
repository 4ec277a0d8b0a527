import { benchLive } from './live/run.ts'
import { benchRouters } from './routers/run.ts'
import { benchRouting } from './routing/run.ts'
import { benchSlowReader } from './slow-reader/run.ts'
import { benchTimers } from './timers/run.ts'

const benches: Record<string, (args: string[]) => Promise<void>> = {
  routers: benchRouters,
  live: benchLive,
  'slow-reader': benchSlowReader,
  routing: benchRouting,
  timers: benchTimers,
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--help' || first === '-h') {
  console.log(`npm run bench [-- NAME [--rounds N] [--requests N] [--concurrency N] [--json FILE]]
Names: ${Object.keys(benches).join(', ')}. Without one, all run. Each prints a table of medians over paired rounds.`)
} else if (first === undefined || first.startsWith('--')) {
  for (const bench of Object.values(benches)) await bench(first === undefined ? [] : [first, ...rest])
} else {
  const bench = benches[first]
  if (!bench) {
    console.error(`There is no benchmark called "${first}". There are: ${Object.keys(benches).join(', ')}.`)
    process.exit(2)
  }
  await bench(rest)
}
