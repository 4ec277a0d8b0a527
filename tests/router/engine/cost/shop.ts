import { Engine } from '../../../../router/engine/engine.ts'
import { evaluate } from '../../../../router/engine/cost/formula.ts'
import type { JsonObject } from '../../../../router/engine/json.ts'
import type { EngineLimits } from '../../../../router/engine/limits.ts'
import type { Operation } from '../../../../router/engine/operation.ts'
import type { Transport } from '../../../../router/engine/transport.ts'
import { composed } from '../federation.ts'

/** Everything that @cost and @listSize can say, in one subgraph. `cost` and `listSize` are what they are called in it. */
const schema = (cost: string, listSize: string) => `
  type Query {
    product(id: ID!): Product
    products(first: Int = 5): Products! @${listSize}(assumedSize: 5, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
    plain: [Product!]!
    assumed: [Product!]! @${listSize}(assumedSize: 7)
    strict(first: Int, last: Int): [Product!]! @${listSize}(slicingArguments: ["first", "last"])
    loose(first: Int, last: Int): [Product!]! @${listSize}(assumedSize: 4, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    found(filter: Filter): [Product!]! @${listSize}(assumedSize: 61)
    heavy: Product @${cost}(weight: 20)
    rare: Rare
    things: [Thing!]!
    items: [Item!]!
    search(text: String @${cost}(weight: 3), filter: Filter, many: [Filter!]): Product
  }
  type Mutation { save(input: ProductInput!): Product  saveAll(inputs: [ProductInput!]!): [Product!]! }
  type Subscription { changed: Product! }
  input Filter { max: Int = 6  words: [String!] @${cost}(weight: 2) }
  input ProductInput { id: ID! parts: [ProductInput!] }
  type Products { edges: [Edge!]! nodes: [Product!]! total: Int! }
  type Edge { node: Product! }
  interface Item { id: ID! price: Int! related: [Item!]! }
  type Product implements Item { id: ID! name: String! price: Int! @${cost}(weight: 5) parts: [Product!]! related: [Item!]! maker: Maker tint: Tint }
  type Box implements Item { id: ID! price: Int! related: [Item!]! inside: [Product!]! @${listSize}(assumedSize: 3) }
  union Thing = Product | Box | Maker
  type Maker { id: ID! name: String! }
  type Rare @${cost}(weight: 9) { id: ID! }
  enum Tint @${cost}(weight: 4) { RED BLUE }
`

/** An engine over the shop; `link` is how the subgraph links the federation specification. */
export function shop(
  limits?: Partial<EngineLimits>,
  names?: { link: string; cost: string; listSize: string },
): Engine {
  const { link = 'import: ["@cost", "@listSize"]', cost = 'cost', listSize = 'listSize' } = names ?? {}
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ${link}) ${schema(cost, listSize)}`
  // our composer knows no slicing arguments inside of input objects; others, after IBM's specification, do
  const supergraph = composed([{ name: 'shop', url: 'http://127.0.0.1:9/graphql', sdl }]).replace(
    'assumedSize: 61',
    'slicingArguments: ["filter.max"]',
  )
  return new Engine({ supergraph, transport: silent, ...(limits ? { limits } : {}) })
}

/** Answers nothing: whatever is refused must be refused before it. */
const silent: Transport = {
  fetch: async () => ({ data: null }),
  // biome-ignore lint/correctness/useYield: no event ever comes
  async *subscribe() {},
}

/** The operation, ready to be asked for its cost. */
export function prepared(engine: Engine, query: string): Operation {
  const operation = engine.prepare(query)
  if ('errors' in operation) throw new Error(JSON.stringify(operation.errors))
  return operation
}

/** The estimated cost of a request. */
export function costOf(engine: Engine, query: string, variables: JsonObject = {}): number {
  return evaluate(prepared(engine, query).cost.formula, variables)
}
