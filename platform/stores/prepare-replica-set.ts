import { setTimeout as wait } from 'node:timers/promises'
import mongoose from 'mongoose'

const { MongoClient, MongoServerError } = mongoose.mongo
type Client = InstanceType<typeof MongoClient>

/** The name of the replica set that stores started here have. */
export const replicaSetName = 'throughline'
/** The user that the system's own MongoDB has. */
export const userName = 'throughline'

const authenticationFailed = 18
const unauthorized = 13
const alreadyInitialized = 23
const userExists = 51003

/**
 * Makes a `mongod` that listens on a port a replica set of one member with one user, and waits until it takes writes.
 * Every step may have been done before, by a start that was killed halfway.
 *
 * The user is made under MongoDB's localhost exception, which closes with the first user.
 * @throws the signal's reason when it gives up
 */
export async function prepareReplicaSet(port: number, password: string, signal: AbortSignal): Promise<void> {
  const host = `127.0.0.1:${port}`
  for (;;) {
    signal.throwIfAborted()
    try {
      await prepareOnce(host, password, signal)
      return
    } catch (error) {
      if (signal.aborted || !mayPass(error)) throw error
      await wait(50, undefined, { signal })
    }
  }
}

async function prepareOnce(host: string, password: string, signal: AbortSignal): Promise<void> {
  const authenticated = new MongoClient(
    `mongodb://${userName}:${password}@${host}/?authSource=admin`,
    options,
  )
  try {
    await authenticated.connect()
    await takeNewAddress(authenticated, host)
    await becomesPrimary(authenticated, signal)
    return
  } catch (error) {
    if (!isServerError(error, authenticationFailed)) throw error
  } finally {
    await authenticated.close()
  }
  const open = new MongoClient(`mongodb://${host}/`, options)
  try {
    await open.connect()
    await initiate(open, host)
    await becomesPrimary(open, signal)
    await makeUser(open, password)
  } finally {
    await open.close()
  }
}

const options = { directConnection: true, serverSelectionTimeoutMS: 2_000, connectTimeoutMS: 2_000 }

async function initiate(client: Client, host: string): Promise<void> {
  try {
    await client
      .db('admin')
      .command({ replSetInitiate: { _id: replicaSetName, members: [{ _id: 0, host }] } })
  } catch (error) {
    if (!isServerError(error, alreadyInitialized, unauthorized)) throw error
  }
}

/** A member that finds another address in its own configuration counts as removed, until it is told. */
async function takeNewAddress(client: Client, host: string): Promise<void> {
  const { config } = (await client.db('admin').command({ replSetGetConfig: 1 })) as unknown as {
    config: { version: number; members: Array<{ host: string }> }
  }
  if (config.members.length === 1 && config.members[0]?.host === host) return
  await client.db('admin').command({
    replSetReconfig: { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] },
    force: true,
  })
}

async function becomesPrimary(client: Client, signal: AbortSignal): Promise<void> {
  for (;;) {
    const hello = await client.db('admin').command({ hello: 1 })
    if (hello['isWritablePrimary'] === true) return
    await wait(25, undefined, { signal })
  }
}

async function makeUser(client: Client, password: string): Promise<void> {
  try {
    await client.db('admin').command({ createUser: userName, pwd: password, roles: ['root'] })
  } catch (error) {
    if (!isServerError(error, userExists)) throw error
  }
}

function isServerError(error: unknown, ...codes: number[]): boolean {
  return error instanceof MongoServerError && codes.includes(Number(error.code))
}

/** Not yet listening, not yet elected, or a connection lost in an election. */
function mayPass(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoError
}
