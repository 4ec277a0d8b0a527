import { newId } from '../../platform/ids/new-id.ts'

export const openLine = () => newId()
