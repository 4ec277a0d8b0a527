import { useWords } from '../words/use-words.ts'

/** When somebody is to be called back, in words: as soon as possible, or the day and time. */
export function useCallbackWords(): (callback: { at: string | null }) => string {
  const { t, day, time } = useWords()
  return ({ at }) => (at ? t('callback.at', { day: day(at), time: time(at) }) : t('callback.soon'))
}
