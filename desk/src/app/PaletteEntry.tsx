import { Command } from 'cmdk'
import type { ReactNode } from 'react'

interface PaletteEntryProperties {
  /** What is searched in. */
  value: string
  onSelect: () => void
  children: ReactNode
}

/** Something that the command palette goes to or does. */
export const PaletteEntry = ({ value, onSelect, children }: PaletteEntryProperties) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex h-9 cursor-pointer items-center gap-2 rounded-md px-3 data-[selected=true]:bg-accent-soft"
  >
    {children}
  </Command.Item>
)
