import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { connectMongodb } from '#platform/store/connect-mongodb.ts'
import { connectValkey } from '#platform/store/connect-valkey.ts'
import { createLogger } from '#platform/log/logger.ts'
import { testConfig, testEnvironment } from '#platform/testkit/test-config.ts'
import { until } from '#platform/testkit/until.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { publishVersion } from '../../../router/supergraph/registry/publish-version.ts'
import type { Registry } from '../../../router/supergraph/registry/registry.ts'
import { RouterStatuses } from '../../../router/supergraph/registry/router-statuses.ts'
import { SupergraphVersions, versionHeads } from '../../../router/supergraph/registry/supergraph-versions.ts'
import { hashOf } from '../../../router/supergraph/supergraph.ts'
import type { Router } from '../../../router/front/open-router.ts'
import { ask, codeOf, staffToken } from '../../router/front/person.ts'
import { startTestSystem, type TestSystem } from '../../router/front/test-system.ts'
import { schemaCommand } from './schema-command.ts'
import { servedBy } from './served-supergraph.ts'

const following = {
  SUPERGRAPH_SOURCE: 'registry',
  SUPERGRAPH_POLL: 'PT0.2S',
  SUPERGRAPH_PUBLISH_ON_START: 'true',
}

// each command is a process of its own
vi.setConfig({ testTimeout: 120_000 })

let system: TestSystem
let routers: Router[]
let admin: string
let registry: Registry
let close: () => Promise<void>
beforeAll(async () => {
  system = await startTestSystem(following)
  routers = [system.router, await system.anotherRouter()]
  admin = await staffToken(system.router.url)
  const config = testConfig(system.prefix)
  const db = await connectMongodb(config, 'router')
  const valkey = connectValkey(config.VALKEY_URL, createLogger('test', 'silent'))
  registry = { db, valkey, prefix: system.prefix }
  close = async () => {
    valkey.disconnect()
    await db.close()
  }
})
afterAll(async () => {
  await close?.()
  await system?.stop()
})

/** The product's own faces ask for more than this small graph has. */
const noFaces = () => ({
  DESK_DIST: dirname(system.supergraphFile),
  WIDGET_DIST: dirname(system.supergraphFile),
})
const command = (...args: string[]) => schemaCommand(testEnvironment(system.prefix, noFaces()), ...args)
/** The versions that the routers serve. */
const served = () => Promise.all(routers.map(async ({ url }) => (await servedBy(url, admin)).version))
const converge = (version: number) =>
  until(`version ${version} everywhere`, async () => (await served()).every((one) => one === String(version)))
/** Writes a supergraph for `--file`. */
function fileOf(sdl: string): string {
  const file = `${system.supergraphFile}.published`
  writeFileSync(file, sdl)
  return file
}
const withMore = () =>
  system.supergraph((sdl, name) =>
    name === 'conversation' ? sdl.replace('type Query {', 'type Query {\n  more: String') : sdl,
  )
const withoutWhoAmI = () => system.supergraph((sdl) => sdl.replace('whoAmI: String!', ''))
const asksWhoAmI = () => Promise.all(routers.map(({ url }) => ask(url, admin, '{ whoAmI }')))

test('the first router publishes what it brought along, and the second takes it', async () => {
  expect(await served()).toEqual(['1', '1'])
  const { code, text } = await command('status')
  expect([code, text]).toEqual([0, expect.stringContaining('Newest: version 1')])
  expect(text.match(/ runs$/gm)).toHaveLength(2)
})

test('one command publishes, and both routers take it', async () => {
  const published = await command(
    'publish',
    '--file',
    fileOf(withMore()),
    '-m',
    'more of it',
    '--author',
    'ann',
  )
  expect(published.text).toContain('+ Query.more was added.')
  expect(published.text).toContain('Published version 2.\n2 of 2 routers serve version 2.')
  expect([published.code, await served()]).toEqual([0, ['2', '2']])
  const again = await command('publish', '--file', fileOf(withMore()))
  expect([again.code, again.text]).toEqual([
    0,
    expect.stringContaining('Version 2 is this supergraph already'),
  ])
  const { text } = await command('history')
  expect(text).toMatch(/2 +SERVED .* ann +more of it\n1 +SERVED .* router +the first version/)
})

test('what breaks clients is published only when that is allowed', async () => {
  const file = fileOf(withoutWhoAmI())
  const refused = await command('publish', '--file', file)
  expect(refused.code).toBe(1)
  expect(refused.text).toMatch(/✗ .*whoAmI was removed[\s\S]*--allow-breaking/)
  expect(await served()).toEqual(['2', '2'])
  expect((await command('diff', '--file', file)).text).toMatch(/✗ .*whoAmI was removed/)
  expect((await command('publish', '--file', file, '--allow-breaking')).code).toBe(0)
  expect((await asksWhoAmI()).map(codeOf)).toEqual(Array(2).fill('GRAPHQL_VALIDATION_FAILED'))
})

test('one command brings back what served before; the next one goes further back', async () => {
  const { code, text } = await command('rollback')
  expect([code, text]).toEqual([0, expect.stringContaining('Version 4 brings version 2 back.')])
  expect((await asksWhoAmI()).map(({ status }) => status)).toEqual([200, 200])
  expect((await command('rollback')).text).toContain('Version 5 brings version 1 back.')
  expect(await served()).toEqual(['5', '5'])
  const none = await command('rollback')
  expect([none.code, none.text]).toEqual([1, expect.stringContaining('No version before 1')])
  expect((await command('rollback', '--to', '77')).code).toBe(1)
  expect((await command('rollback', '--to', '2')).text).toContain('Version 6 brings version 2 back.')
  expect((await asksWhoAmI()).map(codeOf)).toEqual([undefined, undefined])
})

test('what no router would take is not published', async () => {
  const { code, text } = await command('publish', '--file', fileOf('type Query { a: Int }'))
  expect([code, text]).toEqual([1, expect.stringContaining('NOT_A_SUPERGRAPH')])
  expect((await versionHeads(registry.db, 1))[0]?._id).toBe(6)
})

test('a bad version that got in is refused by every router; one that starts takes the one before it', async () => {
  const bad = system.supergraph().replace(/(graph: CUSTOMER, key: )"id"/, '$1"...Nothing"')
  await publishVersion(registry, { sdl: bad, author: 'test', message: '', after: 6 }, new Date())
  const refusals = () => RouterStatuses(registry.db).countDocuments({ 'refused.version': '7', version: '6' })
  await until('both refusals', async () => (await refusals()) === 2)
  const { code, text } = await command('status')
  expect([code, text]).toEqual([1, expect.stringContaining('Newest: version 7 (REFUSED)')])
  expect(text.match(/refused version 7 and serves 6:\n +SUPERGRAPH_PLANNER_REFUSED/g)).toHaveLength(2)
  expect(await served()).toEqual(['6', '6'])
  const late = await system.anotherRouter()
  expect(await servedBy(late.url, admin)).toMatchObject({ version: '6' })
  await late.stop()
})

test('a version whose message is lost is found by looking', async () => {
  const sdl = withMore().replace('more: String', 'muchMore: String')
  await SupergraphVersions(registry.db).create({
    _id: 8,
    sdl,
    sha256: hashOf(sdl),
    author: 'test',
    message: '',
    createdAt: new Date(),
    state: 'PUBLISHED',
  })
  await converge(8)
})

test('of two who publish at once one is told of the other', async () => {
  const publish = (field: string) => {
    const sdl = withMore().replace('more: String', `${field}: String`)
    return publishVersion(registry, { sdl, author: 'test', message: '', after: 8 }, new Date())
  }
  const results = await Promise.allSettled([publish('one'), publish('two')])
  const lost = results.filter((result) => result.status === 'rejected')
  expect(lost.map(({ reason }) => reason)).toMatchObject([{ code: 'SUPERGRAPH_PUBLISHED_MEANWHILE' }])
  await converge(9)
})

test('what was rolled back stays so over a restart; what was never published is published by it', async () => {
  await command('rollback', '--to', '1')
  const own = await system.anotherRouter()
  expect(await servedBy(own.url, admin)).toMatchObject({ version: '10' })
  await own.stop()
  system.publish(system.supergraph((sdl) => `${sdl}\nscalar NewWithThisRelease`))
  const next = await system.anotherRouter()
  expect(await servedBy(next.url, admin)).toMatchObject({ version: '11' })
  await converge(11)
})
