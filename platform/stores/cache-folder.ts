import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where fetched programs are kept, shared by all clones of a user (XDG base directory specification). */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const given = env['XDG_CACHE_HOME']
  // The specification has relative paths ignored.
  return join(given && isAbsolute(given) ? given : join(homedir(), '.cache'), 'throughline')
}
