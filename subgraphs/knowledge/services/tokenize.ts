import { cutWords } from './cut-words.ts'

/** The words of a text in the form in which they are compared: in lower case, without endings, topical ones only. */
export function tokenize(text: string): string[] {
  return cutWords(text).map(({ term }) => term)
}
