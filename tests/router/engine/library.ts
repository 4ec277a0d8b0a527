import { GraphQLError } from 'graphql'
import type { SubgraphDefinition } from './subgraph-server.ts'

// Two subgraphs that share entities: books with shelves (lists of lists) and abstract items; people who wrote them.

const bookIds = ['b1', 'b2', 'b3', 'b4']
const authorOf: Record<string, string> = { b1: 'p1', b2: 'p2', b3: 'p1', b4: 'p3' }
const book = (id: string) => ({ __typename: 'Book', id, title: `Title ${id}`, author: { id: authorOf[id] } })

const books: SubgraphDefinition = {
  sdl: `
    type Query {
      books(first: Int = 4): [Book!]!
      book(id: ID!): Book
      shelves: [[Book]!]
      items: [Item!]!
      found: [Found]
      broken: String
      brokenBook: Book
    }
    interface Item { id: ID! title: String! }
    union Found = Book | Map
    type Book implements Item @key(fields: "id") { id: ID! title: String! author: Person similar(first: Int!): [Book!]! }
    type Map implements Item { id: ID! title: String! scale: Int! drawer: Person }
    type Person @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: {
      books: (_: never, { first }: { first: number }) => bookIds.slice(0, first).map(book),
      book: (_: never, { id }: { id: string }) => (bookIds.includes(id) ? book(id) : null),
      shelves: () => [[book('b1'), null, book('b2')], [], [book('b3')]],
      items: () => [book('b1'), map],
      found: () => [map, null, book('b2')],
      broken: () => {
        throw new GraphQLError('The shelf broke', { extensions: { code: 'SHELF_BROKE' } })
      },
      brokenBook: () => book('b4'),
    },
    Item: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Found: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Book: {
      __resolveReference: ({ id }: { id: string }) => book(id),
      similar: (_: never, { first }: { first: number }) => bookIds.slice(0, first).map(book),
    },
  },
}

const map = { __typename: 'Map', id: 'm1', title: 'A map', scale: 1000, drawer: { id: 'p2' } }

/** p3 is known to nobody; p4's name is refused. */
const people: SubgraphDefinition = {
  sdl: `
    type Query { person(id: ID!): Person brokenPerson: Person everybody: [Person!] }
    type Person @key(fields: "id") {
      id: ID!
      name: String!
      nickname: String
      greeting(language: String!): String!
      secret: String
      friend: Person
      motto(times: Int = 1): [[String]!]
    }
  `,
  resolvers: {
    Query: {
      person: (_: never, { id }: { id: string }) => ({ id }),
      brokenPerson: () => {
        throw new GraphQLError('Nobody answers', { extensions: { code: 'NOBODY' } })
      },
      everybody: () => [{ id: 'p1' }, { id: 'p2' }],
    },
    Person: {
      __resolveReference: ({ id }: { id: string }) => (id === 'p3' ? null : { id }),
      name: ({ id }: { id: string }) => `Name ${id}`,
      nickname: ({ id }: { id: string }) => (id === 'p2' ? null : `"${id}" \\ 名前 🙂`),
      greeting: ({ id }: { id: string }, { language }: { language: string }) => `${language} ${id}`,
      secret: ({ id }: { id: string }) => {
        throw new GraphQLError(`No secret of ${id}`, { extensions: { code: 'SECRET' } })
      },
      friend: ({ id }: { id: string }) => (id === 'p1' ? { id: 'p2' } : null),
      motto: (_: never, { times }: { times: number }) => Array.from({ length: times }, () => ['on', null]),
    },
  },
}

/** The definitions of both subgraphs. */
export const library = { books, people }
