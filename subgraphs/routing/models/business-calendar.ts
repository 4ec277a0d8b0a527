import { Schema } from 'mongoose'
import { defineModel } from '#platform/store/define-model.ts'

/** Open from a minute of the day until another one, by the wall clock: 540 to 1020 is nine to five. */
export interface OpenHoursRecord {
  /** 0 to 1439. */
  fromMinute: number
  /** 1 to 1440; 1440 is the end of the day. */
  toMinute: number
}

/** Hours that come each week. A night across midnight is two of them. */
export interface WeeklyHoursRecord extends OpenHoursRecord {
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  weekday: number
}

/** A day with hours of its own: closed without any. */
export interface HolidayRecord {
  /** Calendar date, `2026-12-25`. */
  date: string
  /** The same day of every year; a year's own entry for the day goes before it. */
  yearly: boolean
  name: string
  hours: OpenHoursRecord[]
}

/** When an organisation, or a part of it, is at work: the time that SLA clocks of its policies count. */
export interface BusinessCalendarRecord {
  _id: string
  name: string
  /** IANA name, for instance Europe/Berlin: all hours are by its wall clock. */
  timeZone: string
  intervals: WeeklyHoursRecord[]
  holidays: HolidayRecord[]
}

const openHours = { fromMinute: Number, toMinute: Number }

const schema = new Schema<BusinessCalendarRecord>(
  {
    _id: String,
    name: { type: String, required: true },
    timeZone: { type: String, required: true },
    intervals: [new Schema({ weekday: Number, ...openHours }, { _id: false })],
    holidays: [
      new Schema(
        { date: String, yearly: Boolean, name: String, hours: [new Schema(openHours, { _id: false })] },
        { _id: false },
      ),
    ],
  },
  { versionKey: false },
)
schema.index({ name: 1, _id: 1 })

export const BusinessCalendars = defineModel<BusinessCalendarRecord>(
  'BusinessCalendar',
  schema,
  'businessCalendars',
)
