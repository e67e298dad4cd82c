import layout from '../../design/form-desk.module.css'
import { CopyButton } from './copy-button.tsx'

/** Above a material that came with the library: it is shown as it is, and changed as an own copy. */
export function ReadyNotice({ id, says }: { readonly id: string; readonly says: string }) {
  return (
    <div className={layout.taken}>
      <span>{says}</span>
      <CopyButton id={id} small />
    </div>
  )
}
