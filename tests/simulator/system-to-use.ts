import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { startSystem } from '../../platform/supervisor/start-system.ts'
import {
  type DemonstrationAccount,
  demonstrationAccounts,
} from '../../schema/demonstration/channel-accounts.ts'
import { demonstrationFile, providersPort } from '../../schema/demonstration/demonstration-file.ts'
import type { ProviderServers } from './provider-servers.ts'

/** A running system that simulated people may use. */
export interface SystemToUse {
  url: string
  accounts: DemonstrationAccount[]
  admin: { email: string; password: string }
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const adminEmail = 'admin@demo.throughline.dev'

/**
 * The system that `npm start` runs from this folder (or the one at `url`), else one of its own in a temporary folder.
 * @param own never the running one
 */
export async function systemToUse(
  providers: ProviderServers,
  url?: string,
  { own = false } = {},
): Promise<SystemToUse> {
  const dataDir = resolve(process.env['DATA_DIR'] ?? join(root, '.throughline/data'))
  const running = own ? undefined : (url ?? (await runningUrl(join(dataDir, 'running.json'))))
  if (running) {
    const accountsFile = join(dataDir, demonstrationFile)
    if (!existsSync(accountsFile)) {
      throw new Error(
        `${running} runs without the demonstration of this folder; start it by \`npm start\` here.`,
      )
    }
    await providers.listen(providersPort)
    return {
      url: running,
      accounts: JSON.parse(readFileSync(accountsFile, 'utf8')) as DemonstrationAccount[],
      admin: {
        email: adminEmail,
        password: readFileSync(join(dataDir, 'demonstration-password'), 'utf8').trim(),
      },
      stop: () => Promise.resolve(),
    }
  }
  console.log('Nothing runs from this folder: starting a system for this simulation …')
  const accounts = demonstrationAccounts(await providers.listen(0))
  const password = randomBytes(12).toString('base64url')
  const system = await startSystem({
    env: {
      NAME_PREFIX: `simulation-${randomBytes(6).toString('hex')}`,
      BOOTSTRAP_ADMIN_EMAIL: adminEmail,
      BOOTSTRAP_ADMIN_PASSWORD: password,
      CHANNEL_ACCOUNTS: JSON.stringify(accounts),
    },
  })
  return { url: system.url, accounts, admin: { email: adminEmail, password }, stop: system.stop }
}

async function runningUrl(file: string): Promise<string | undefined> {
  if (!existsSync(file)) return undefined
  const { url } = z.object({ url: z.url() }).parse(JSON.parse(readFileSync(file, 'utf8')))
  const alive = await fetch(`${url}/health/live`).then(
    (response) => response.ok,
    () => false,
  )
  return alive ? url : undefined
}
