import type { Resolvers } from '../generated/resolvers.ts'
import { Customer } from './Customer.ts'
import { updateCustomer } from './mutation/updateCustomer.ts'
import { customer } from './query/customer.ts'
import { customers } from './query/customers.ts'
import { Touchpoint } from './Touchpoint.ts'

/** The whole graph of this subgraph. */
export const resolvers: Resolvers = {
  Query: { customer, customers },
  Mutation: { updateCustomer },
  Customer,
  Touchpoint,
}
