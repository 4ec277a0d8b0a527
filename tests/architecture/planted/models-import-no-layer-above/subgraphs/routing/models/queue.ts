import { rank } from '../services/rank-queues.ts'

export const queue = rank
