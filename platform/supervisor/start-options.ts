import { parseArgs } from 'node:util'
import { SetupError } from '../setup/setup-error.mjs'

export const startHelp = `npm start [-- OPTIONS]
Starts the stores, every subgraph and the router, seeds the demonstration organisation, and prints addresses and sign-ins.
Ctrl-C ends everything; data stays in .throughline/data.

  --port N    the router's port (PORT, else 4000)
  --no-seed   leaves the demonstration organisation out
  --help      prints this

  PORT=4001 npm start                    another port
  MONGODB_URI=… VALKEY_URL=… npm start   stores of your own
  DATA_DIR=/var/lib/throughline npm start   another folder for data and secrets`

export interface StartOptions {
  port: number
  seed: boolean
}

/**
 * Reads the command line; the environment's PORT holds where it says nothing.
 * @throws SetupError with what is wrong
 */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions | 'help' {
  const { port: text = env['PORT'] || '4000', 'no-seed': noSeed, help } = parse(args)
  if (help) return 'help'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetupError(
      `"${text}" is no port.`,
      'Give a number up to 65535, for instance PORT=4001 npm start',
    )
  }
  return { port, seed: noSeed !== true }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'no-seed': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error), startHelp)
  }
}
