import { id } from '../../tests/ids.ts'

export const newId = id
