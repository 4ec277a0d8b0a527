import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition'
import { parse, print } from 'graphql'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const supergraph = parse(readFileSync(at('../schema/supergraph.graphql'), 'utf8'))

const operationTypes = {
  scalars: {
    ID: 'string',
    DateTime: 'string',
    Duration: 'string',
    EmailAddress: 'string',
    PhoneNumber: 'string',
  },
  strictScalars: true,
  useTypeImports: true,
  enumType: 'string-literal',
  enumsAsTypes: true,
  skipTypename: true,
}

/** Types and documents of both faces, from the API as clients see it: `npm run codegen -w desk`. */
const config: CodegenConfig = {
  schema: print(transformSupergraphToPublicSchema(supergraph)),
  generates: {
    [at('./src/generated/operations.ts')]: {
      documents: at('./src/**/*.graphql'),
      plugins: ['typescript-operations', 'typed-document-node'],
      config: operationTypes,
    },
    [at('../widget/src/generated/operations.ts')]: {
      documents: at('../widget/src/**/*.graphql'),
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { ...operationTypes, documentMode: 'string' },
    },
  },
}

export default config
