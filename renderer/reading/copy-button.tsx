import { Icon } from '../design/icon.tsx'
import { DeskIcon } from './desk-icon.tsx'
import { ToolButton } from './tool-button.tsx'
import { useAfterCopy } from './use-after-copy.ts'

/** Copies a text and shows that it did. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { copied, copy } = useAfterCopy()
  return (
    <ToolButton
      label={label}
      icon={copied ? <Icon name="check" size="1em" /> : <DeskIcon name="copy" size="1em" />}
      onClick={() => copy(text)}
    />
  )
}
