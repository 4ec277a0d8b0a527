import { theme } from '../../desk/src/theme.ts'

export const colours = theme
