import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Router } from '../../router/front/open-router.ts'
import { type AttackedSystem, startAttackedSystem } from './attacked-system.ts'
import { fetchClairvoyance, recoveredFields } from './clairvoyance.ts'

const tool = fetchClairvoyance()
const folder = 'folder' in tool ? tool.folder : ''
if ('missing' in tool) console.log(`Skipped: what clairvoyance recovers, because ${tool.missing}.`)

let attacked: AttackedSystem
let open: Router
beforeAll(async () => {
  attacked = await startAttackedSystem()
  open = await attacked.system.anotherRouter({ ALLOW_INTROSPECTION: 'true' })
})
afterAll(() => attacked?.stop())

/** Real names of the schema, near misses of them, and others. Few: the tool asks for each word in each place. */
const words = ['whoAmI', 'conversations', 'customers', 'name', 'friends', 'customer', 'password', 'node']

/** It is a program of its own, started anew, on a machine that may be busy. */
const longestMs = 120_000

test.skipIf(!folder)('to anybody without a token the closed router gives no field away', async () => {
  expect(await recoveredFields(folder, attacked.url, words)).toEqual([])
})

test.skipIf(!folder)(
  'where suggestions are open it finds what is there: the tests above can fail',
  async () => {
    const fields = await recoveredFields(folder, open.url, words)
    expect(fields).toEqual(expect.arrayContaining(['Query.whoAmI', 'Query.conversations', 'Query.customers']))
  },
  longestMs,
)
