import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import type { administrationEn } from './administration/en.ts'
import type { en } from './en.ts'
import type { DeskLocale } from './i18n.ts'

/** Ids of the desk's words; those of the administration have to be loaded first. */
export type Word = keyof typeof en | keyof typeof administrationEn

/** Words, instants and numbers in the person's language. */
export interface Words {
  locale: DeskLocale
  t: (word: Word, values?: Record<string, string | number>) => string
  /** Hours and minutes, in this machine's zone. */
  time: (instant: string) => string
  /** To the second, with date and zone. */
  exactTime: (instant: string) => string
  /** A day: today by that word, others with the year when it is not this one. */
  day: (instant: string) => string
  /** How long ago, in the largest fitting unit. */
  ago: (instant: string, nowMs: number) => string
  percent: (ratio: number) => string
  number: (value: number) => string
  /** A length of time in its two largest units, for instance 14s, 5m 12s or 4h. */
  span: (ms: number) => string
}

/** {@link Words} of the language that is active; draws again when it changes. */
export function useWords(): Words {
  const { i18n } = useLingui()
  const locale = i18n.locale as DeskLocale
  return useMemo(() => wordsOf(locale, (word, values) => i18n._(word, values)), [i18n, locale])
}

function wordsOf(locale: DeskLocale, t: Words['t']): Words {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const dayWithYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const today = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const number = new Intl.NumberFormat(locale)
  const seconds = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    maximumFractionDigits: 0,
  })
  const minutes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'narrow',
    maximumFractionDigits: 0,
  })
  const hours = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'narrow',
    maximumFractionDigits: 0,
  })
  return {
    locale,
    t,
    time: (instant) => time.format(new Date(instant)),
    exactTime: (instant) => exact.format(new Date(instant)),
    day: (instant) => {
      const date = new Date(instant)
      if (date.toDateString() === new Date().toDateString()) return today.format(0, 'day')
      return (date.getFullYear() === new Date().getFullYear() ? day : dayWithYear).format(date)
    },
    ago: (instant, nowMs) => {
      const passedMinutes = Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000))
      if (passedMinutes < 60) return relative.format(-passedMinutes, 'minute')
      if (passedMinutes < 48 * 60) return relative.format(-Math.floor(passedMinutes / 60), 'hour')
      return relative.format(-Math.floor(passedMinutes / 1_440), 'day')
    },
    percent: (ratio) => percent.format(ratio),
    number: (value) => number.format(value),
    span: (ms) => {
      const whole = Math.round(ms / 1_000)
      if (whole < 60) return seconds.format(whole)
      const rest = whole % 60
      if (whole < 3_600) {
        const started = minutes.format(Math.floor(whole / 60))
        return rest ? `${started} ${seconds.format(rest)}` : started
      }
      const minutesLeft = Math.round(whole / 60) % 60
      const started = hours.format(Math.floor(Math.round(whole / 60) / 60))
      return minutesLeft ? `${started} ${minutes.format(minutesLeft)}` : started
    },
  }
}
