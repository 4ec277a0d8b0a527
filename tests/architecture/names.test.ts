import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isBarrel, misplacedNames } from './misplaced-names.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path && !path.startsWith('tests/architecture/planted/') && existsSync(join(root, path)))

test('every folder and file says what is in it', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(misplacedNames(sources)).toEqual([])
})

test('no module only passes on what others export', () => {
  expect(sources.filter((path) => isBarrel(readFileSync(join(root, path), 'utf8')))).toEqual([])
})

test.each(['platform/utils/dates.ts', 'router/common.ts', 'subgraphs/routing/services/helpers.test.ts'])(
  '%s would be found',
  (path) => {
    expect(misplacedNames([path, 'platform/time/duration.ts'])).toEqual([path])
  },
)

test.each([
  "export * from './queue.ts'",
  "/** All. */\nexport { a } from './a.ts'\nexport type { B } from './b.ts'\n",
])('the barrel %j would be found', (source) => {
  expect(isBarrel(source)).toBe(true)
  expect(isBarrel(`${source}\nexport const more = 1`)).toBe(false)
})
