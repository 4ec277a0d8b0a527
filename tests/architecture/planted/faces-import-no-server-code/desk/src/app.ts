import { newId } from '../../platform/ids/new-id.ts'

export const id = newId
