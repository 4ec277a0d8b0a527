import { parseArgs } from 'node:util'
import { z } from 'zod'

/** Channels that the simulator can play. */
export const simulatedChannels = ['web-chat', 'telegram', 'whatsapp', 'phone'] as const
export type SimulatedChannel = (typeof simulatedChannels)[number]

const mixture = z.string().transform((text, ctx) => {
  const mix: Partial<Record<SimulatedChannel, number>> = {}
  for (const part of text.split(',')) {
    const [channel, weight] = part.split('=')
    if (!simulatedChannels.includes(channel as SimulatedChannel) || !(Number(weight) >= 0)) {
      ctx.addIssue(`"${part}" is not CHANNEL=WEIGHT with one of ${simulatedChannels.join(', ')}`)
      return z.NEVER
    }
    mix[channel as SimulatedChannel] = Number(weight)
  }
  return mix as Record<SimulatedChannel, number>
})

const options = z.object({
  url: z.url().optional(),
  contacts: z.coerce.number().int().min(1).max(100_000),
  rate: z.coerce.number().positive().max(60_000),
  mix: mixture,
  agents: z.coerce.number().int().min(1).max(500),
  'handle-seconds': z.coerce.number().positive(),
  'patience-seconds': z.coerce.number().positive(),
  seed: z.coerce.number().int(),
})
export type SimulatorOptions = z.infer<typeof options>

export const help = `npm run simulate [-- OPTIONS]
Drives real contacts through the front doors with simulated customers and agents, and ends with a table.
Without --url it uses the system that \`npm start\` runs from this folder, else it starts one of its own.

  --contacts N           how many contacts in all              (40)
  --rate N               new contacts a minute                 (60)
  --mix LIST             weights of the channels               (web-chat=40,telegram=25,whatsapp=20,phone=15)
  --agents N             simulated agents                      (6)
  --handle-seconds S     mean time an agent takes to answer    (2)
  --patience-seconds S   when a customer gives up              (60)
  --seed N               the same seed gives the same customers (1)
  --url URL              a running system's address`

/**
 * Reads the command line.
 * @throws Error with every mistake, in words
 */
export function readOptions(args: string[]): SimulatorOptions | 'help' {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h' },
      url: { type: 'string' },
      contacts: text('40'),
      rate: text('60'),
      mix: text('web-chat=40,telegram=25,whatsapp=20,phone=15'),
      agents: text('6'),
      'handle-seconds': text('2'),
      'patience-seconds': text('60'),
      seed: text('1'),
    },
  })
  if (values.help) return 'help'
  const result = options.safeParse(values)
  if (!result.success)
    throw new Error(
      result.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  return result.data
}
