/** Where the supervisor says what happens to the parts of the system. */
export interface SystemLog {
  info(text: string): void
  warn(text: string): void
}

/** Says nothing; for tests, whose children's own logs lie in the data folder. */
export const silentLog: SystemLog = { info: () => undefined, warn: () => undefined }
