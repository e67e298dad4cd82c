import { Dialog } from '../../design/dialog.tsx'
import { SignForm, type SignFormProps } from './sign-form.tsx'

interface SignDialogProps extends SignFormProps {
  readonly open: boolean
  readonly title: string
}

/** Where a release is signed. */
export function SignDialog({ open, title, ...form }: SignDialogProps) {
  return (
    <Dialog open={open} title={title} onClose={form.onClose}>
      <SignForm {...form} />
    </Dialog>
  )
}
