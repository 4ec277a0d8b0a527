import { type ASTVisitor, GraphQLError, Kind, type ValidationContext } from 'graphql'

/** Refuses documents of several operations: the compiled plan is kept by the document's text alone. */
export function singleOperation(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      if (operations.length > 1) context.reportError(new GraphQLError('Send one operation in each document.'))
    },
  }
}
