import { Redis, type RedisOptions } from 'ioredis'
import type { Logger } from 'pino'

/**
 * Opens a connection by its address: `redis://`, `rediss://` (also spelled valkey), or
 * `redis+sentinel://[:password@]host:port,host:port/master-name`. It reconnects for ever, at most 2 s apart.
 */
export function connectValkey(url: string, log: Logger, options: RedisOptions = {}): Redis {
  const all: RedisOptions = {
    retryStrategy: (times) => Math.min(50 * 2 ** times, 2_000),
    connectTimeout: 5_000,
    ...options,
  }
  const valkey = url.startsWith('redis+sentinel://')
    ? new Redis({ ...all, ...sentinels(url) })
    : new Redis(url.replace(/^valkey/, 'redis'), all)
  // Without a listener ioredis writes each failed reconnection to the console.
  valkey.on('error', (err: Error) => log.warn({ err }, 'the connection to Valkey has failed'))
  return valkey
}

function sentinels(url: string): RedisOptions {
  const match = /^redis\+sentinel:\/\/(?::([^@]*)@)?([^/]+)\/(.+)$/.exec(url)
  if (!match?.[2])
    throw new TypeError('a sentinel address is redis+sentinel://host:port,host:port/master-name')
  const password = match[1] ? decodeURIComponent(match[1]) : undefined
  return {
    name: match[3],
    password,
    sentinelPassword: password,
    sentinels: match[2].split(',').map((address) => {
      const [host, port] = address.split(':')
      return { host, port: Number(port ?? 26_379) }
    }),
  }
}
