import { createContext, useContext, useEffect } from 'react'
import type { SteeredContact } from './steered-contact.ts'
import type { Steer } from './steers-for.ts'

/** How contacts are steered from wherever they are shown. */
export interface Steering {
  /** The contact that is selected, for keys and the palette. */
  subject: SteeredContact | undefined
  select: (contact: SteeredContact | undefined) => void
  /** Begins: does at once what needs no choice, and asks for the rest. */
  begin: (contact: SteeredContact, steer: Exclude<Steer, 'reprioritize'>) => void
  setPriority: (contact: SteeredContact, priority: number) => void
}

/** Undefined for those who may not steer. */
export const SteeringContext = createContext<Steering | undefined>(undefined)

/** The way to steer; undefined for those who may not. */
export const useSteering = (): Steering | undefined => useContext(SteeringContext)

/** Makes this contact the selected one for as long as it is shown. */
export function useSteeringSubject(contact: SteeredContact | undefined): void {
  const select = useSteering()?.select
  const key = contact && JSON.stringify(contact)
  useEffect(() => {
    select?.(key ? (JSON.parse(key) as SteeredContact) : undefined)
    return () => select?.(undefined)
  }, [select, key])
}
