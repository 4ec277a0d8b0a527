import { Redis } from 'ioredis'
import mongoose from 'mongoose'
import { expect, test } from 'vitest'

test('each test file is given a MongoDB with transactions and a Valkey', async () => {
  const mongodb = new mongoose.mongo.MongoClient(process.env['MONGODB_URI'] ?? '')
  const valkey = new Redis(process.env['VALKEY_URL'] ?? '')
  try {
    const hello = await mongodb.db('admin').command({ hello: 1 })
    expect(hello['setName'], 'a replica set').toBeTypeOf('string')
    expect(await valkey.ping()).toBe('PONG')
  } finally {
    await mongodb.close()
    valkey.disconnect()
  }
})
