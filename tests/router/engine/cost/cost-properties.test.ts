import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costOf, shop } from './shop.ts'

const engine = shop()

/** A selection on a product, as a tree; `apart` says that it stands in a fragment, `inline` in an inline one. */
interface Selection {
  leaves: string[]
  below: { field: string; selection: Selection }[]
  where: 'here' | 'apart' | 'inline'
}

function selections(levels: number): fc.Arbitrary<Selection> {
  const field = fc.constantFrom('parts', 'related')
  const below: fc.Arbitrary<Selection['below']> = levels
    ? fc.array(fc.record({ field, selection: selections(levels - 1) }), { maxLength: 2 })
    : fc.constant([])
  return fc.record({
    leaves: fc.subarray(['name', 'price', 'tint', 'maker { name }']),
    below,
    where: fc.constantFrom('here' as const, 'apart' as const, 'inline' as const),
  })
}

const selection = selections(4)
const runs = { numRuns: 60 }

/** The query, its fragments as they are or all written out. */
function write(root: Selection, size: string, writtenOut: boolean): string {
  const fragments: string[] = []
  const body = ({ leaves, below, where }: Selection): string => {
    const inside = below.map(({ field, selection: one }) => {
      // an interface's items are asked for as products, where these are fields
      const text = field === 'related' ? `... on Product { ${body(one)} }` : body(one)
      return `${field} { ${text} }`
    })
    const text = ['id', ...leaves, ...inside].join(' ')
    if (writtenOut || where === 'here') return text
    if (where === 'inline') return `... on Product { ${text} }`
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on Product { ${text} }`)
    return `...${name}`
  }
  const variable = size.startsWith('$') ? `query (${size}: Int)` : 'query'
  return [`${variable} { products(first: ${size}) { nodes { ${body(root)} } } }`, ...fragments].join('\n')
}

const sizes = fc.integer({ min: -10, max: 2 ** 31 - 1 })

test('a cost is never negative, and always a number', () => {
  fc.assert(
    fc.property(selection, sizes, (root, n) => {
      const cost = costOf(engine, write(root, String(n), false))
      expect(Number.isSafeInteger(cost)).toBe(true)
      expect(cost).toBeGreaterThanOrEqual(1)
    }),
    runs,
  )
})

test('who asks for more pays no less; from none on, more', () => {
  fc.assert(
    fc.property(selection, sizes, sizes, (root, a, b) => {
      const query = write(root, '$n', false)
      const [fewer, more] = [Math.min(a, b), Math.max(a, b)].map((n) => costOf(engine, query, { n })) as [
        number,
        number,
      ]
      expect(more).toBeGreaterThanOrEqual(fewer)
      if (a !== b && Math.min(a, b) >= 0 && more < Number.MAX_SAFE_INTEGER)
        expect(more).toBeGreaterThan(fewer)
    }),
    runs,
  )
})

test('fragments cost what they hold, wherever they stand', () => {
  fc.assert(
    fc.property(selection, (root) => {
      expect(costOf(engine, write(root, '3', false))).toBe(costOf(engine, write(root, '3', true)))
    }),
    runs,
  )
})

test('a variable costs what its value costs in its place', () => {
  fc.assert(
    fc.property(selection, sizes, (root, n) => {
      expect(costOf(engine, write(root, '$n', false), { n })).toBe(
        costOf(engine, write(root, String(n), false)),
      )
    }),
    runs,
  )
})
