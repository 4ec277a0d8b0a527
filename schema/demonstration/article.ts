/** How an article is told in one language. */
export interface Telling {
  title: string
  /** For every channel that has no words of its own; Markdown. */
  body: string
  /** What the agent says on the phone. */
  phone: string
  /** Short enough for a message on a social channel. */
  social: string
}

/** A piece of the demonstration shop's knowledge, in both languages. */
export interface DemonstrationArticle {
  id: string
  keywords: string[]
  en: Telling
  'zh-CN': Telling
}

/** The variants to publish: general, phone and social, in each language. */
export function variantsOf(article: DemonstrationArticle) {
  return (['en', 'zh-CN'] as const).flatMap((locale) => {
    const { title, body, phone, social } = article[locale]
    return [
      { channel: 'ANY', locale, title, body },
      { channel: 'phone', locale, title, body: phone },
      { channel: 'SOCIAL', locale, title, body: social },
    ]
  })
}
