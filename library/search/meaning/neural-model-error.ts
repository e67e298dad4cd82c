import { AppError } from '../../errors/app-error.ts'

/** A model that an office added cannot be used; search goes on without it. */
export class NeuralModelError extends AppError<
  'NEURAL_RUNTIME_MISSING' | 'NEURAL_MODEL_INCOMPLETE' | 'NEURAL_MODEL_DAMAGED' | 'NEURAL_MODEL_UNSUITABLE'
> {}
