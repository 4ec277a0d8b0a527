import { expect, onTestFinished, test } from 'vitest'
import { testPrefix } from '../testkit/test-config.ts'
import { createTestService } from '../testkit/test-service.ts'
import { type Migration, migrate } from './migrations.ts'

test('of several processes that start at once one migrates, in order, and the others wait for it', async () => {
  const prefix = testPrefix()
  const ran: string[] = []
  const step = (number: number): Migration => ({
    number,
    name: `step ${number}`,
    async up(ctx) {
      ran.push(`begin ${number}`)
      await ctx.db.collection('things').insertOne({ number })
      ran.push(`end ${number}`)
    },
  })
  const migrations = [step(2), step(1)]
  const services = await Promise.all(
    [1, 2, 3].map(() => createTestService({ name: 'moved', prefix, migrations, working: false })),
  )
  onTestFinished(async () => {
    for (const service of services) await service.stop()
  })
  expect(ran).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2'])
  const [service] = services
  if (!service) throw new Error('there is a service')
  await migrate(service.ctx, [step(3), ...migrations])
  expect(ran.slice(4)).toEqual(['begin 3', 'end 3'])
})

test('one that fails is not counted, frees the lock, and runs again', async () => {
  let broken = true
  const mend: Migration = {
    number: 1,
    name: 'mend',
    up: () => (broken ? Promise.reject(new Error('half done')) : Promise.resolve()),
  }
  const service = await createTestService({ name: 'broken', working: false })
  onTestFinished(() => service.stop())
  await expect(migrate(service.ctx, [mend])).rejects.toThrow('half done')
  expect(await service.ctx.db.collection('locks').countDocuments()).toBe(0)
  broken = false
  await migrate(service.ctx, [mend])
  expect(await service.ctx.db.collection('migrations').countDocuments()).toBe(1)
})

test('numbers have no gaps', async () => {
  const service = await createTestService({ name: 'gaps', working: false })
  onTestFinished(() => service.stop())
  const gap: Migration = { number: 2, name: 'second', up: () => Promise.resolve() }
  await expect(migrate(service.ctx, [gap])).rejects.toThrow('has to be number 1')
})
