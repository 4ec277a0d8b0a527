import type { ArticleVariantRecord } from '../models/article.ts'

/** Where a variant is to be told. */
export interface VariantWanted {
  /** A channel's name or a media type. */
  channel: string
  mediaType?: string | null
  locale: string
}

/**
 * The variant for a channel and language. The channel decides first: its own variant, else its media type's, else the
 * one for ANY; within that the language: the exact one, else one of the same base language, else English.
 */
export function chooseVariant(
  variants: readonly ArticleVariantRecord[],
  { channel, mediaType, locale }: VariantWanted,
): ArticleVariantRecord | null {
  const base = locale.split('-')[0]
  for (const place of [channel, mediaType, 'ANY']) {
    const here = variants.filter((variant) => variant.channel === place)
    const chosen =
      here.find((variant) => variant.locale === locale) ??
      here.find((variant) => variant.locale.split('-')[0] === base) ??
      here.find((variant) => variant.locale === 'en')
    if (chosen) return chosen
  }
  return variants.find((variant) => variant.locale === locale) ?? variants[0] ?? null
}
