/** Stands before words that were filled in from elsewhere, until somebody has made them their own. */
export const TO_EDIT = '【请改】'
