import { defaultLibraryRoot } from '../store/library-paths.ts'

/** The person's own library: `XINHUO_HOME`, or the OS's application-data folder. */
export const defaultLibrary = (): string => defaultLibraryRoot()
