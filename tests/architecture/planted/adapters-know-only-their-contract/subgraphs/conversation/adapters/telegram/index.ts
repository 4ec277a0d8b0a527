import { send } from '../whatsapp/index.ts'

export const telegram = send
