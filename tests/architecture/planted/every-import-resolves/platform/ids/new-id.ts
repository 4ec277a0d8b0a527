import { gone } from './gone.ts'

export const newId = gone
