import { AppError } from '../../errors/app-error.ts'

/** The association model cannot be used; searching goes on by words alone. */
export class AssociationModelError extends AppError<
  'ASSOCIATION_MODEL_MISSING' | 'ASSOCIATION_MODEL_DAMAGED' | 'ASSOCIATION_MODEL_OF_ANOTHER_VERSION'
> {}
