import { buildASTSchema, type DocumentNode, type GraphQLError, validateSchema } from 'graphql'
import { problemCodes, type SupergraphProblem } from '../problem.ts'

/** What makes it no GraphQL schema: unknown types and directives, types without fields, broken interfaces … */
export function schemaProblems(document: DocumentNode): SupergraphProblem[] {
  try {
    return validateSchema(buildASTSchema(document)).map((error: GraphQLError) => invalid(error.message))
  } catch (error) {
    // the rules of the SDL throw all their findings in one error, each a paragraph
    return (error as Error).message.split('\n\n').map(invalid)
  }
}

function invalid(message: string): SupergraphProblem {
  return { code: problemCodes.invalidSchema, message }
}
