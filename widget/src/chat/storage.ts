/**
 * The browser's storage under the widget's own keys. Where a page or a browser forbids it, everything works for
 * as long as the page is open.
 */
export interface ChatStorage {
  get(key: string): string | undefined
  set(key: string, value: string | undefined): void
}

/** @param account the web chat account: two widgets of one site do not share a draft */
export function createStorage(account: string, store: () => Storage = () => localStorage): ChatStorage {
  const memory = new Map<string, string>()
  const name = (key: string) => `throughline:${account}:${key}`
  return {
    get(key) {
      try {
        return store().getItem(name(key)) ?? memory.get(key)
      } catch {
        // Storage is forbidden here (private mode, sandboxed frame): memory stands in.
        return memory.get(key)
      }
    },
    set(key, value) {
      if (value === undefined) memory.delete(key)
      else memory.set(key, value)
      try {
        if (value === undefined) store().removeItem(name(key))
        else store().setItem(name(key), value)
      } catch {
        // Forbidden or full: memory has it.
        return
      }
    },
  }
}
