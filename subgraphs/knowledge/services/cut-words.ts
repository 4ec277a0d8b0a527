/** A word as it was written, and the form in which words are compared. */
export interface Word {
  written: string
  term: string
}

const segmenters = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
}

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
 * The words of a text in their order, without those that say nothing. Chinese, which writes no spaces, is cut by the
 * Unicode word rules with ICU's dictionary.
 */
export function cutWords(text: string): Word[] {
  const segmenter = /\p{Script=Han}/u.test(text) ? segmenters.zh : segmenters.en
  const words: Word[] = []
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC'))) {
    const lower = segment.toLowerCase()
    if (isWordLike && !stopWords.has(lower)) words.push({ written: segment, term: stem(lower) })
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
