import { expect, test } from 'vitest'
import { variantsOf } from './article.ts'
import { accounts, articles, queues } from './organisation.ts'

const unique = (values: readonly string[]) => new Set(values).size === values.length

test('e-mails, queues and articles are there once each', () => {
  expect(unique(accounts.map(({ email }) => email))).toBe(true)
  expect(unique(queues.map(({ id }) => id))).toBe(true)
  expect(unique(articles.map(({ id }) => id))).toBe(true)
})

test.each(queues)('queue $id: two agents can serve it', ({ requiredSkills }) => {
  const able = accounts.filter(({ skills = {} }) =>
    Object.entries(requiredSkills).every(([skill, least]) => (skills[skill] ?? 0) >= least),
  )
  expect(able.length).toBeGreaterThanOrEqual(2)
})

test.each(articles)('article $id: told in both languages, on the phone and in short', (article) => {
  const variants = variantsOf(article)
  expect(variants.map(({ channel, locale }) => `${channel} ${locale}`)).toEqual(
    ['en', 'zh-CN'].flatMap((locale) => ['ANY', 'phone', 'SOCIAL'].map((channel) => `${channel} ${locale}`)),
  )
  for (const { locale, body, title } of variants) {
    expect(/\p{Script=Han}/u.test(body) && /\p{Script=Han}/u.test(title)).toBe(locale === 'zh-CN')
  }
  for (const { body } of variants.filter(({ channel }) => channel === 'SOCIAL')) {
    expect(body.length).toBeLessThanOrEqual(200)
  }
})
