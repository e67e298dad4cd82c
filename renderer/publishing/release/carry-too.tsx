import { Checkbox } from 'antd'
import { FolderField } from '../folder-field.tsx'

interface CarryTooProps {
  readonly label: string
  readonly folderLabel: string
  /** Absent when this is not wanted. */
  readonly folder: string | undefined
  /** What will be where, for a folder that is given. */
  readonly hint: (folder: string) => string
  readonly onFolder: (folder: string | undefined) => void
}

/** Something to be done with the release in the same step, and where. */
export function CarryToo({ label, folderLabel, folder, hint, onFolder }: CarryTooProps) {
  return (
    <>
      <Checkbox checked={folder !== undefined} onChange={(event) => onFolder(event.target.checked ? '' : undefined)}>
        {label}
      </Checkbox>
      {folder !== undefined && (
        <FolderField
          label={folderLabel}
          value={folder}
          onChange={onFolder}
          hint={folder.trim() === '' ? undefined : hint(folder)}
        />
      )}
    </>
  )
}
