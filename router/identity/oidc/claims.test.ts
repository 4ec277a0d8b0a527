import { expect, test } from 'vitest'
import { staffClaims } from './claims.ts'
import type { OidcIssuer } from './oidc-issuers.ts'
import { oidcIssuers } from './oidc-issuers.ts'

const issuerWith = (more: object): OidcIssuer => {
  const issuer = {
    name: 'staff',
    issuer: 'https://id.example',
    audience: 'api',
    roles: { claim: 'roles', values: { agents: ['agent'], leads: ['supervisor', 'agent'] } },
    ...more,
  }
  const [read] = oidcIssuers.parse(JSON.stringify([issuer]))
  if (!read) throw new Error('no issuer')
  return read
}
const values = { agents: ['agent'], leads: ['supervisor', 'agent'] }

test.each<[string, string | string[], object, string[]]>([
  ['a list', 'roles', { roles: ['agents', 'other'] }, ['agent']],
  ['words', 'roles', { roles: 'openid leads' }, ['agent', 'supervisor']],
  ['two that overlap', 'roles', { roles: ['agents', 'leads', 'leads'] }, ['agent', 'supervisor']],
  ['a path', ['realm_access', 'roles'], { realm_access: { roles: ['agents'] } }, ['agent']],
  ['a name with dots', 'https://shop.example/roles', { 'https://shop.example/roles': ['agents'] }, ['agent']],
  ['a path that ends early', ['realm_access', 'roles'], { realm_access: 'agents' }, []],
  ['an inherited member', ['constructor', 'name'], {}, []],
  ['inherited values', 'roles', { roles: ['toString', '__proto__'] }, []],
  ['numbers', 'roles', { roles: [1, null, ['agents']] }, []],
  ['nothing', 'roles', {}, []],
])('roles by %s', (_what, claim, claims, roles) => {
  const config = issuerWith({ roles: { claim, values } })
  expect(staffClaims({ sub: 's', ...claims }, config).roles).toEqual(roles)
})

test('a name is the name claim, else the e-mail, else the subject', () => {
  const config = issuerWith({ nameClaim: ['profile', 'display'] })
  const name = (claims: object) => staffClaims({ sub: 's-1', ...claims }, config).name
  expect(name({ profile: { display: ' Mei ' }, email: 'm@x.example' })).toBe('Mei')
  expect(name({ profile: { display: ' ' }, email: 'm@x.example' })).toBe('m@x.example')
  expect(name({ name: 'unused' })).toBe('s-1')
})

test.each<[string, object]>([
  ['an algorithm that shares a secret', { algorithms: ['HS256'] }],
  ['no signature at all', { algorithms: ['none'] }],
  ['an open address', { issuer: 'http://id.example' }],
  ['an address with a password', { issuer: 'https://a:b@id.example' }],
  ['a role that does not exist', { roles: { claim: 'r', values: { a: ['owner'] } } }],
  ['a misspelt setting', { audiences: ['x'] }],
  ['a secret of nobody', { clientSecret: 'hush' }],
  ['a scope without openid', { clientId: 'c', scope: 'email' }],
])('%s is no configuration, and its values are not told', (_what, more) => {
  expect(() => issuerWith(more)).toThrow()
  try {
    issuerWith({ ...more, clientSecret: 'hush' })
  } catch (error) {
    expect(String(error)).not.toContain('hush')
  }
})

test('an issuer is configured once', () => {
  const one = JSON.parse(JSON.stringify(issuerWith({}))) as object
  expect(() => oidcIssuers.parse(JSON.stringify([one, one]))).toThrow('twice')
})
