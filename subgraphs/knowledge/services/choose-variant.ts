import type { ArticleVariantRecord } from '../models/article.ts'

/** Where a variant is to be told. */
export interface VariantWanted {
  /** A channel's name or a media type. */
  channel: string
  mediaType?: string | null
  locale: string
}

/**
 * The variant for a channel and language. The language decides first, since words that a customer cannot read help on
 * no channel: the exact one, else another of the same base language, else English. Within it the channel: its own
 * variant, else its media type's, else the general one.
 * @returns any variant rather than none
 */
export function chooseVariant(
  variants: readonly ArticleVariantRecord[],
  { channel, mediaType, locale }: VariantWanted,
): ArticleVariantRecord | null {
  const base = locale.split('-')[0]
  const languages: Array<(variant: ArticleVariantRecord) => boolean> = [
    (variant) => variant.locale === locale,
    (variant) => variant.locale.split('-')[0] === base,
    (variant) => variant.locale === 'en',
  ]
  for (const inLanguage of languages) {
    const readable = variants.filter(inLanguage)
    for (const place of [channel, mediaType, 'ANY']) {
      const chosen = readable.find((variant) => variant.channel === place)
      if (chosen) return chosen
    }
  }
  return variants[0] ?? null
}
