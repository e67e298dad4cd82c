const MOST_BYTES = 2 ** 20

/** How many vectors lie in one row: about a megabyte. */
export const vectorsPerBlock = (dimensions: number) => Math.max(1, Math.floor(MOST_BYTES / Math.max(1, dimensions)))
