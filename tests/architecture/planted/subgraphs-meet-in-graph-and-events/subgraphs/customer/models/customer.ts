export type Customer = { id: string }
