/** What stories are read from; pictures belong to the text they lie beside. */
export const STORY_FILES = '.docx,.doc,.pdf,.md,.txt,.html,.xlsx,.csv,image/*'
