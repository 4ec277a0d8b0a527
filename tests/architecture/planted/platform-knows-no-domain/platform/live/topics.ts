import { board } from '../../subgraphs/routing/services/board.ts'

export const topic = board
