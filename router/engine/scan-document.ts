import { GraphQLError, Lexer, Source, TokenKind } from 'graphql'
import { codedError, engineCodes, fromGraphQLError, type ResponseError } from './errors.ts'
import { beyondLimit, type DocumentSize, type EngineLimits } from './limits.ts'

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/**
 * Reads a document's tokens without parsing them. The parser calls itself for everything that opens, so what is nested
 * too deeply must be found before it, or the stack overflows.
 * @returns the refusal, or the text's size
 */
export function scanDocument(
  text: string,
  limits: Readonly<EngineLimits>,
): ResponseError | Pick<DocumentSize, 'characters' | 'tokens' | 'nesting'> {
  const characters = text.length
  if (characters > limits.characters) return beyondLimit('characters', limits.characters)
  const lexer = new Lexer(new Source(text))
  let tokens = 0
  let open = 0
  let nesting = 0
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      if (++tokens > limits.tokens) return beyondLimit('tokens', limits.tokens)
      if (opening.has(kind)) {
        nesting = Math.max(nesting, ++open)
        if (open > limits.nesting) return beyondLimit('nesting', limits.nesting)
      } else if (closing.has(kind)) open--
    }
  } catch (error) {
    if (error instanceof GraphQLError) return fromGraphQLError(error, engineCodes.parseFailed)
    return codedError(engineCodes.parseFailed, 'The document cannot be read')
  }
  return { characters, tokens, nesting }
}
