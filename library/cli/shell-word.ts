/** A path as it can be pasted back into a command line: between quotes where it holds a space or a sign of the shell. */
export const shellWord = (place: string): string => (/[\s'&|;<>()$`]/.test(place) ? `"${place}"` : place)
