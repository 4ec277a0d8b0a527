import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ViewerRights } from '../../../router/engine/authorization/access.ts'
import type { Json } from '../../../router/engine/json.ts'
import { startFederation } from '../engine/federation.ts'
import { everything, guarded } from './guarded.ts'
import { randomOperation } from './random-operation.ts'

const known = ({ authenticated }: ViewerRights) => authenticated
const reads = ({ scopes }: ViewerRights) => scopes.has('admin') || (scopes.has('email') && scopes.has('read'))
const owns = ({ policies }: ViewerRights) => policies.has('owner')

/** Whoever may not see a value: neither the value nor its field leaves the subgraphs. */
const protectedFields: [value: RegExp, field: RegExp, may: (rights: ViewerRights) => boolean][] = [
  [/secret email/, /\bemail\b/, reads],
  [/secret greeting/, /\bgreeting\b/, reads],
  [/secret card/, /\bcard\b/, reads],
  [/secret pin/, /\bpin\b/, owns],
  [/secret stamp/, /\bstamped\b/, owns],
  [/SECRET/, /\blevel\b/, known],
  [/secret label/, /User[^{}]*\{[^{}]*\blabel\b/, known],
  [/secret gold/, /\bgold\b/, known],
  [/secret phone/, /\bphone\b/, known],
  [/secret review/, /\breview\b/, known],
  [/secret whisper/, /\bwhispered\b/, known],
  [/secret post/, /\bposted\b/, known],
  [/secret iban/, /\biban\b/, ({ scopes }) => scopes.has('bank')],
]

const rights: fc.Arbitrary<ViewerRights> = fc.record({
  authenticated: fc.boolean(),
  scopes: fc.subarray(['email', 'read', 'bank', 'admin']).map((scopes) => new Set(scopes)),
  policies: fc.subarray(['owner']).map((policies) => new Set(policies)),
})

/** Whether an answer is the other one, but for nulls in places where there is something. */
function withinAnswer(part: Json, whole: Json): boolean {
  if (part === null) return true
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      part.length === whole.length &&
      part.every((item, index) => withinAnswer(item, whole[index]))
    )
  }
  if (typeof part !== 'object') return part === whole
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false
  return (
    JSON.stringify(Object.keys(part)) === JSON.stringify(Object.keys(whole)) &&
    Object.entries(part).every(([key, value]) => withinAnswer(value, whole[key]))
  )
}

test('no operation whatever gives a viewer more than their rights, or another answer than theirs', async () => {
  const { ask, subgraphs } = await startFederation(guarded)
  const unprotected = await startFederation(guarded, {
    recompose: (sdl) =>
      sdl.replaceAll(/(?<!directive) @(?:authenticated(?!")|(?:requiresScopes|policy)\([^)]*\))/g, ''),
  })
  const variables = { yes: true, no: false }
  let restricted = 0
  await fc.assert(
    fc.asyncProperty(randomOperation, rights, async (query, viewer) => {
      const whole = await unprotected.ask(query, variables)
      expect(whole.errors).toBeUndefined()
      for (const { requests } of Object.values(subgraphs)) requests.length = 0

      const part = await ask(query, variables, { access: { rights: viewer } })
      const asked = Object.values(subgraphs).flatMap(({ requests }) => requests.map((one) => one.query))
      for (const [value, field, may] of protectedFields) {
        if (may(viewer)) continue
        expect(JSON.stringify(part.data)).not.toMatch(value)
        expect(asked.filter((text) => field.test(text))).toEqual([])
      }
      expect(withinAnswer(part.data ?? null, whole.data ?? null)).toBe(true)
      // what is missing is told, and nothing else is
      const same = JSON.stringify(part.data) === JSON.stringify(whole.data)
      if (!same) expect(part.errors?.length).toBeGreaterThan(0)
      for (const { extensions } of part.errors ?? [])
        expect(extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
      if (!same) restricted++

      expect(await ask(query, variables, { access: everything })).toEqual(whole)
    }),
    { numRuns: 200 },
  )
  expect(restricted).toBeGreaterThan(50)
}, 120_000)
