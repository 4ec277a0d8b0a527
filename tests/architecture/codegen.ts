import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CodegenConfig } from '@graphql-codegen/cli'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Subgraphs whose types are generated: those that have a schema and the context that its resolvers get. */
const names = readdirSync(join(root, 'subgraphs')).filter((name) =>
  ['schema.graphql', 'context.ts'].every((file) => existsSync(join(root, 'subgraphs', name, file))),
)

/** Which TypeScript type stands for a GraphQL type in resolvers, by the subgraph's own `codegen-mappers.json`. */
function mappersOf(name: string): Record<string, string> {
  const file = join(root, 'subgraphs', name, 'codegen-mappers.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
}

const pascalCase = (name: string) =>
  name.replaceAll(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase())

/** `npm run codegen`: the resolvers' types of each subgraph, into its `generated/resolvers.ts`. */
const config: CodegenConfig = {
  generates: Object.fromEntries(
    names.map((name) => [
      join(root, 'subgraphs', name, 'generated', 'resolvers.ts'),
      {
        schema: [
          join(root, 'subgraphs', name, 'schema.graphql'),
          join(root, 'tests/architecture/federation-directives.graphql'),
        ],
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          contextType: `../context.ts#${pascalCase(name)}Context`,
          mappers: mappersOf(name),
          useTypeImports: true,
          enumsAsTypes: true,
          strictScalars: true,
          scalars: {
            ID: 'string',
            DateTime: 'Date',
            // Resolvers may give milliseconds; the scalar writes them as ISO 8601.
            Duration: { input: 'string', output: 'string | number' },
            EmailAddress: 'string',
            PhoneNumber: 'string',
            JSON: 'unknown',
            FieldSet: 'string',
            _FieldSet: 'string',
          },
          avoidOptionals: { defaultValue: true },
        },
      },
    ]),
  ),
}

export default config
