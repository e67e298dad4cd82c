import { z } from 'zod'
import { FUSION_FEATURES } from './rank-fusion.ts'

/**
 * The file of the association model, little-endian:
 *
 * | bytes | content |
 * | --- | --- |
 * | 8 | `XINHUOAM` |
 * | 32 | SHA-256 of everything after: the model's id |
 * | 4 | length of the header |
 * | … | header, JSON, filled up with blanks so that the rest begins at a multiple of 8 |
 * | 4 × (words + words + dimensions + fusion) | floats: passage weights, query weights, `answering`, fusion weights |
 * | words × dimensions | vectors, signed bytes |
 * | words | how unlikely each word is, for cutting |
 * | … | the words, UTF-8, a line each |
 *
 * A word's weight holds the scale of its vector's bytes, so that a text's vector is the sum of
 * weight × bytes, brought to length one.
 */
export const MAGIC = 'XINHUOAM'
export const VERSION = 1
export const SUM_AT = 8
export const SUM_BYTES = 32
export const HEADER_AT = SUM_AT + SUM_BYTES + 4

export const AssociationModelHeader = z.object({
  version: z.literal(VERSION),
  words: z.int().positive().max(200_000),
  dimensions: z.int().positive().multipleOf(16).max(1024),
  fusionUnits: z.int().nonnegative().max(256),
  /** The order of the fusion's features; another order is another version. */
  fusionFeatures: z
    .array(z.string())
    .refine((names) => names.join('\n') === FUSION_FEATURES.join('\n'), 'other features of the fusion'),
})
export type AssociationModelHeader = z.infer<typeof AssociationModelHeader>

/** How many floats the fusion weights are: inner, bias, outer, direct. */
export const fusionFloats = (units: number) => units * FUSION_FEATURES.length + 2 * units + FUSION_FEATURES.length

/** Where the header ends and the floats begin. */
export const floatsAt = (headerLength: number) => Math.ceil((HEADER_AT + headerLength) / 8) * 8
