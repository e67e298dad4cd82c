import { z } from 'zod'

/** A query parameter with several known values between commas, e.g. `kind=policy,guide`; empty means all. */
export const commaList = <T extends z.ZodType<string, string>>(value: T) =>
  z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(value))
    .optional()
