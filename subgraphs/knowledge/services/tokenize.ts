const segmenters = new Map<string, Intl.Segmenter>()

/** Words that say nothing of a topic, in English and Chinese. */
const stopWords = new Set(
  `a about after again all also am an and any are as at be because been but by can cannot could did do does for from
  get got had has have he hello help her hi him his how i if in into is it its just know let like me my need no not now
  of on one or our out please she should so some thank thanks that the their them then there these they this to too up
  us very want was we were what when where which who why will with would you your
  的 了 我 你 您 他 她 它 们 我们 你们 是 在 有 和 就 不 也 都 吗 呢 吧 啊 请 请问 你好 您好 谢谢 一个 这个 那个 什么 怎么 怎样 可以
  能 要 会 想 帮 帮我 一下 还 没 没有 到 对 给 把 被 从 上 下 里 啦 哦 需要 知道 为什么`
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * The words of a text in lower case, without those that say nothing. Chinese, which writes no spaces, is cut by the
 * Unicode word rules with ICU's dictionary.
 */
export function tokenize(text: string): string[] {
  const locale = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  let segmenter = segmenters.get(locale)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(locale, segmenter)
  }
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC').toLowerCase())) {
    if (isWordLike && !stopWords.has(segment)) words.push(stem(segment))
  }
  return words
}

/** English plurals and the commonest endings, so that "orders" finds "order" and "charged" finds "charge". */
function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s)$/, '')
    .replace(/(?<=[a-z]{3})e$/, '')
}
