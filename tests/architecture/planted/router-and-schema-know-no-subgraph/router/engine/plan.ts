import { queues } from '../../subgraphs/routing/services/queues.ts'

export const plan = queues
