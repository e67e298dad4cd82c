import type { MaterialType } from '../../library/meetings/materials/material.schema.ts'

/** In the order in which they stand above their desks. */
export const MATERIAL_TYPES = ['meeting', 'drill', 'guide', 'path'] as const satisfies readonly MaterialType[]

export const LEVELS = ['all', 'beginner', 'intermediate', 'advanced'] as const
