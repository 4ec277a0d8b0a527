/** An event that no further try can deliver; it goes to the dead letters at once. */
export class DeliveryRefused extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'DeliveryRefused'
  }
}
