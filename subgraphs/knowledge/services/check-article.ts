import type { ArticleToPublish } from './article-to-publish.ts'

/** Why an article cannot be published as it is. */
export interface ArticleProblem {
  field: string
  code:
    | 'INVALID_ID'
    | 'NO_GENERAL_VARIANT'
    | 'DUPLICATE_VARIANT'
    | 'INVALID_VARIANT'
    | 'TOO_MANY'
    | 'VERSION_CONFLICT'
  message: string
}

const maxVariants = 50
const maxKeywords = 50

/** What is wrong with an article, all at once. */
export function checkArticle({ id, keywords, variants }: ArticleToPublish): ArticleProblem[] {
  const problems: ArticleProblem[] = []
  const add = (field: string, code: ArticleProblem['code'], message: string) =>
    problems.push({ field, code, message })
  if (id && !/^[\w-]{1,100}$/.test(id)) {
    add('id', 'INVALID_ID', 'An id has 1 to 100 letters, digits, _ and -.')
  }
  if (variants.length > maxVariants || keywords.length > maxKeywords) {
    add('variants', 'TOO_MANY', `An article has at most ${maxVariants} variants and ${maxKeywords} keywords.`)
  }
  if (!variants.some(({ channel }) => channel === 'ANY')) {
    add(
      'variants',
      'NO_GENERAL_VARIANT',
      'Add a variant for ANY channel: it is told where there is no other.',
    )
  }
  const seen = new Set<string>()
  for (const [position, { channel, locale, title, body }] of variants.entries()) {
    const place = `${channel} ${locale}`
    if (seen.has(place)) {
      add(`variants.${position}`, 'DUPLICATE_VARIANT', `There are two variants for ${place}; keep one.`)
    }
    seen.add(place)
    if (title.trim().length < 1 || title.length > 200 || body.trim().length < 1 || body.length > 20_000) {
      add(`variants.${position}`, 'INVALID_VARIANT', 'A title has 1 to 200 characters, a body 1 to 20,000.')
    }
  }
  return problems
}
