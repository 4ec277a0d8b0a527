import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cruise } from './cruise.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const planted = join(root, 'tests/architecture/planted')
const configuration = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')))
const rules = configuration.forbidden.map(({ name }) => name)

describe('who may import whom', () => {
  test('nothing in this repository breaks a rule', { timeout: 180_000 }, async () => {
    const { violations, files } = await cruise(root)
    expect(violations).toEqual([])
    expect(files, 'files looked at').toBeGreaterThan(200)
  })

  test('each rule has a planted violation', () => {
    expect(readdirSync(planted).sort()).toEqual(rules.toSorted())
  })

  test.each(rules)(
    '%s fires on its planted violation, and no other rule does',
    { timeout: 60_000 },
    async (rule) => {
      const { violations } = await cruise(join(planted, rule))
      expect(violations.map((line) => line.split(':')[0])).toEqual([rule])
    },
  )
})
