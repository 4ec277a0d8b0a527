/** Where set-up and supervision say what happens; a pino logger fits. */
export interface StoreLog {
  info(text: string): void
  warn(text: string): void
}
