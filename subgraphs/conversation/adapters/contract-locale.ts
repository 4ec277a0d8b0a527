/** The language tag as we write it: Chinese in simplified script is `zh-CN`, others keep language and region. */
export function normalLocale(tag: string | undefined): string | undefined {
  if (!tag || tag.length > 35) return undefined
  if (/^zh(?:[-_](?:hans|cn|sg).*)?$/i.test(tag)) return 'zh-CN'
  return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(tag) ? tag.replaceAll('_', '-') : undefined
}
