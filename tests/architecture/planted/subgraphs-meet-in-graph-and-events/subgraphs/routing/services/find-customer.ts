import type { Customer } from '../../customer/models/customer.ts'

export type Caller = Customer
