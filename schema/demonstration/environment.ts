/**
 * Prints the variables, as JSON, that the demonstration organisation adds to the parts' environment: its accounts on
 * the open channels. Secrets are made once and kept beside the data, readable only by the owner; the simulator, which
 * plays the providers, reads them there.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demonstrationAccounts } from './channel-accounts.ts'
import { demonstrationFile, providersPort } from './demonstration-file.ts'

const dataDir = process.env['DATA_DIR']
if (!dataDir) throw new Error('DATA_DIR names the folder that keeps the demonstration')
const file = join(dataDir, demonstrationFile)
if (!existsSync(file)) {
  mkdirSync(dataDir, { recursive: true })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, JSON.stringify(demonstrationAccounts(`http://127.0.0.1:${providersPort}`)), {
    mode: 0o600,
  })
  renameSync(fresh, file)
}
console.log(JSON.stringify({ CHANNEL_ACCOUNTS: readFileSync(file, 'utf8') }))
