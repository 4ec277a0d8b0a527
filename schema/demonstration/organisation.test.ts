import { expect, test } from 'vitest'
import { variantsOf } from './article.ts'
import { accounts, articles, queues, skillGroups, skills, training } from './organisation.ts'

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

test('what agents, queues, groups and the training name are skills, and what is certified is had', () => {
  const known = new Set(skills.map(({ id }) => id))
  expect(known.size).toBe(skills.length)
  const named = [
    ...accounts.flatMap((account) => Object.keys(account.skills ?? {})),
    ...queues.flatMap(({ requiredSkills }) => Object.keys(requiredSkills)),
    ...skillGroups.flatMap(({ grants }) => Object.keys(grants)),
    training.skillId,
  ]
  expect(named.filter((id) => !known.has(id))).toEqual([])
  const agents = accounts.flatMap(({ email, skills: held }) => (held ? [email] : []))
  expect(skillGroups.flatMap(({ members }) => members).filter((email) => !agents.includes(email))).toEqual([])
  for (const { skills: held = {}, certifiedDays = {} } of accounts) {
    expect(Object.keys(certifiedDays).filter((id) => !(id in held))).toEqual([])
  }
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
