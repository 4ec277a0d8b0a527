import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { machine } from '../machine.ts'
import { printTable } from '../print-table.ts'
import type { CoreFigures } from './core-figures.ts'
import { measurePeer, type PeerFigures } from './core-peer.ts'
import { fullScale, type Scale, tenthScale } from './core-scale.ts'

const run = promisify(execFile)

/**
 * Measures the routing core at the published limits of the largest centres and at a tenth of them, beside the plain
 * way: one pass over everything after each change.
 */
export async function benchCore(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      commands: { type: 'string', default: '100000' },
      passes: { type: 'string', default: '5' },
      json: { type: 'string' },
    },
  })
  const figures: CoreFigures[] = []
  const peers: PeerFigures[] = []
  for (const scale of [tenthScale, fullScale]) {
    figures.push(await measure(scale, Number(values.commands)))
    peers.push(measurePeer(scale, Number(values.passes)))
  }
  print(figures, peers)
  if (values.json) writeFileSync(values.json, JSON.stringify({ figures, peers }, null, 2))
}

async function measure(scale: Scale, commands: number): Promise<CoreFigures> {
  const program = fileURLToPath(new URL('./core-measure.ts', import.meta.url))
  const { stdout } = await run(process.execPath, [program, JSON.stringify(scale), String(commands)])
  return JSON.parse(stdout) as CoreFigures
}

function print(figures: readonly CoreFigures[], peers: readonly PeerFigures[]): void {
  const whole = (value: number) => Math.round(value).toLocaleString('en')
  const ms = (value: number) => `${value.toFixed(3)} ms`
  console.log(`The routing core, ${machine()}.
Queues are channel × domain × language with three rings each; hardly two agents are alike (${figures
    .map(({ agents, profiles }) => `${whole(profiles)} profiles among ${whole(agents)}`)
    .join(', ')}). Of a hundred things that happen 45 are contacts
that end, 45 new ones, 5 rejected offers, 3 changes of presence, 2 customers who hang up; time passes meanwhile, so
that items reach their rings. All agents are busy. A command's time has all that it made the core decide in it.
`)
  printTable(
    [
      ...['agents', 'queues', 'waiting', 'commands/s', 'commands/CPU s', 'offers', 'p50', 'p99'],
      ...['heap MB', 'rebuild, CPU s', 'plain pass: p50', 'ratio'],
    ],
    figures.map((figure, index) => {
      const passMs = peers[index]?.passMs ?? Number.NaN
      return [
        ...[whole(figure.agents), whole(figure.queues), whole(figure.waiting)],
        ...[whole(figure.commandsPerSecond), whole(figure.commandsPerCpuSecond), whole(figure.offers)],
        ...[ms(figure.p50Ms), ms(figure.p99Ms), whole(figure.heapMb)],
        ...[(figure.rebuildCpuMs / 1_000).toFixed(1), ms(passMs), whole(passMs / figure.p50Ms)],
      ]
    }),
  )
}
