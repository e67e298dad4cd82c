import { EntryList } from '../../record-form/entry-list.tsx'
import { TextField } from '../../record-form/text-field.tsx'

interface LinesFieldProps {
  readonly path: string
  /** How one is called: 讨论题. */
  readonly one: string
  readonly example: string
  readonly most: number
}

/** A list of single lines: questions, tasks. */
export function LinesField({ path, one, example, most }: LinesFieldProps) {
  return (
    <EntryList<string>
      path={path}
      one={one}
      nameOf={(text) => text}
      keyOf={(_, at) => String(at)}
      fresh={() => ''}
      most={most}
    >
      {(_, at, index) => (
        <TextField path={at} label={`${one} ${index + 1}`} example={example} maxLength={500} always wide />
      )}
    </EntryList>
  )
}
