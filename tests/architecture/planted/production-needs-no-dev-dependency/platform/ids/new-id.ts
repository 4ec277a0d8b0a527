import { expect } from 'vitest'

export const newId = expect
