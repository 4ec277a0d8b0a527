import type { Refusal } from '../../forms/refusals.ts'
import type { MediaType } from '../../generated/operations.ts'
import { refusalWord } from '../../words/refusal-word.ts'
import { useWords } from '../../words/use-words.ts'

const mediaTypes: readonly MediaType[] = ['VOICE', 'CHAT', 'SOCIAL', 'EMAIL']

interface MediaTypesProperties {
  value: readonly MediaType[]
  onChange: (value: MediaType[]) => void
  refusal: Refusal | undefined
}

/** Which kinds of contact come to a queue. */
export function MediaTypes({ value, onChange, refusal }: MediaTypesProperties) {
  const { t } = useWords()
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <legend className="mb-1 font-medium">{t('queues.media')}</legend>
      {mediaTypes.map((media) => (
        <label key={media} className="flex items-center gap-1.5">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={value.includes(media)}
            onChange={({ target }) =>
              onChange(mediaTypes.filter((one) => (one === media ? target.checked : value.includes(one))))
            }
          />
          {t(`media.${media}`)}
        </label>
      ))}
      {refusal && (
        <p role="alert" className="w-full text-12 text-bad">
          {t(refusalWord(refusal.code))}
        </p>
      )}
    </fieldset>
  )
}
