import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import mongoose from 'mongoose'
import { describe, expect, onTestFinished, test } from 'vitest'
import { SetupError } from '#platform/setup/setup-error.mjs'
import { type Stores, startStores } from '#platform/stores/start-stores.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { until } from './until.ts'

const log = { info: () => undefined, warn: () => undefined }
const env = { ...process.env, MONGODB_URI: '', VALKEY_URL: '' }

async function start(dataDir: string): Promise<Stores> {
  const stores = await startStores({ dataDir, durable: true, log, env })
  onTestFinished(() => stores.stop())
  return stores
}

async function write(stores: Stores, value: string): Promise<void> {
  const mongodb = await new mongoose.mongo.MongoClient(stores.mongodbUri).connect()
  const valkey = new Redis(stores.valkeyUrl)
  await mongodb
    .db('durable')
    .collection<{ _id: string }>('rows')
    .insertOne({ _id: value }, { writeConcern: { w: 'majority' } })
  await valkey.sadd('rows', value)
  await mongodb.close()
  valkey.disconnect()
}

async function read(stores: Stores): Promise<{ mongodb: string[]; valkey: string[] }> {
  const mongodb = new mongoose.mongo.MongoClient(stores.mongodbUri)
  const valkey = new Redis(stores.valkeyUrl, { maxRetriesPerRequest: null })
  // While a server is being started again, ioredis says each try; the answer is what counts.
  valkey.on('error', () => undefined)
  try {
    const rows = await mongodb
      .db('durable')
      .collection<{ _id: string }>('rows')
      .find()
      .sort({ _id: 1 })
      .toArray()
    return { mongodb: rows.map(({ _id }) => _id), valkey: (await valkey.smembers('rows')).sort() }
  } finally {
    await mongodb.close()
    valkey.disconnect()
  }
}

describe('durable stores', { timeout: 120_000 }, () => {
  test('keep what was written over kill -9 of both servers, and over a stop and a new start', async () => {
    const dataDir = temporaryFolder()
    const stores = await start(dataDir)
    await write(stores, 'before the kill')
    const { mongodb = 0, valkey = 0 } = stores.pids()
    process.kill(mongodb, 'SIGKILL')
    process.kill(valkey, 'SIGKILL')
    await until('both servers run again', () => {
      const now = stores.pids()
      return ![undefined, mongodb].includes(now.mongodb) && ![undefined, valkey].includes(now.valkey)
    })
    const kept = ['before the kill']
    expect(await read(stores)).toEqual({ mongodb: kept, valkey: kept })

    await stores.stop()
    const again = await start(dataDir)
    expect([again.mongodbUri, again.valkeyUrl]).toEqual([stores.mongodbUri, stores.valkeyUrl])
    await write(again, 'in the second life')
    const both = ['before the kill', 'in the second life']
    expect(await read(again)).toEqual({ mongodb: both, valkey: both })
  })

  test('move to another port when theirs was taken meanwhile', async () => {
    const dataDir = temporaryFolder()
    const stores = await start(dataDir)
    await write(stores, 'on the first port')
    await stores.stop()
    for (const name of ['mongodb', 'valkey']) {
      const intruder = createServer((socket) => socket.destroy()).listen(
        Number(readFileSync(join(dataDir, 'stores', name, 'port'), 'utf8')),
        '127.0.0.1',
      )
      await new Promise((resolve) => intruder.once('listening', resolve))
      onTestFinished(() => void intruder.close())
    }
    const moved = await start(dataDir)
    expect(moved.mongodbUri).not.toBe(stores.mongodbUri)
    expect(moved.valkeyUrl).not.toBe(stores.valkeyUrl)
    const kept = ['on the first port']
    expect(await read(moved)).toEqual({ mongodb: kept, valkey: kept })
  })

  test('refuse everybody without the password', async () => {
    const stores = await start(temporaryFolder())
    const mongodb = new mongoose.mongo.MongoClient(stores.mongodbUri.replace(/throughline:\w+@/, ''))
    const valkey = new Redis(stores.valkeyUrl.replace(/:\w+@/, ''))
    valkey.on('error', () => undefined)
    try {
      await expect(mongodb.db('durable').collection('rows').findOne()).rejects.toThrow(
        /requires authentication/,
      )
      await expect(valkey.get('rows')).rejects.toThrow(/NOAUTH/)
    } finally {
      await mongodb.close()
      valkey.disconnect()
    }
  })

  test('refuse a data folder that is in use, and name its user', async () => {
    const dataDir = temporaryFolder()
    await start(dataDir)
    const second = startStores({ dataDir, durable: true, log, env })
    await expect(second).rejects.toThrow(SetupError)
    await expect(second).rejects.toThrow(`in use by the process ${process.pid}`)
  })
})
