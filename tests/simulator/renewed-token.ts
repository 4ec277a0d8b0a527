import type { Staff } from '../scenarios/staff.ts'

/** A token for as long as its owner stays: tokens live for minutes, days at work for hours. */
export class RenewedToken {
  readonly #staff: Staff
  #held: { token: string; refreshToken: string }
  #running: Promise<void> | undefined

  private constructor(staff: Staff, held: { token: string; refreshToken: string }) {
    this.#staff = staff
    this.#held = held
  }

  /** Signs in. */
  static async of(staff: Staff, email: string, password: string): Promise<RenewedToken> {
    return new RenewedToken(staff, await staff.signInHeld(email, password))
  }

  get current(): string {
    return this.#held.token
  }

  /** Gets the next token; those who ask at the same moment share it. */
  renew(): Promise<void> {
    this.#running ??= this.#staff.refresh(this.#held.refreshToken).then(
      (held) => {
        this.#held = held
        this.#running = undefined
      },
      (error: unknown) => {
        this.#running = undefined
        throw error
      },
    )
    return this.#running
  }
}
