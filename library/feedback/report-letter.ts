import { z } from 'zod'
import { Sha256 } from '../items/revision.schema.ts'

/** Text lengths count characters. What is longer is refused where it is written, so that every letter can be read. */
export const LONGEST_REPORT = 5000
export const LONGEST_QUOTE = 2000
/** In one letter. */
export const MOST_IN_LETTER = 500
/** A letter of {@link MOST_IN_LETTER} reports of the longest kind stays below. Bytes. */
export const LARGEST_LETTER = 32 * 1024 * 1024

/** `error`: a text is wrong; `gap`: a search found nothing; `lead`: there is a story to tell. */
export const ReportKind = z.enum(['error', 'question', 'gap', 'lead'])
export type ReportKind = z.infer<typeof ReportKind>

/** `K7QM-0001`: four letters of the sender's key, and a counter. */
export const ReportNumber = z.string().regex(/^[A-Z2-7]{4}-\d{4,9}$/)

/** One report as it leaves: what the person wrote, and the passage it is about. Nothing of their machine. */
export const LetterReport = z.strictObject({
  number: ReportNumber,
  kind: ReportKind,
  text: z.string().min(1).max(LONGEST_REPORT),
  /** UTC. */
  writtenAt: z.iso.datetime(),
  itemId: z.string().min(1).max(100).optional(),
  title: z.string().min(1).max(500).optional(),
  anchor: z.string().min(1).max(300).optional(),
  /** The revision that was being read. */
  revision: Sha256.optional(),
  quote: z.string().min(1).max(LONGEST_QUOTE).optional(),
})
export type LetterReport = z.infer<typeof LetterReport>

/** All of a letter that its signature covers. */
export const UnsignedLetter = z.strictObject({
  format: z.literal(1),
  sender: z.strictObject({
    name: z.string().min(1).max(100).optional(),
    /** Ed25519 (RFC 8032), 32 bytes in lower-case hexadecimal. */
    publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** UTC. */
  createdAt: z.iso.datetime(),
  reports: z.array(LetterReport).min(1).max(MOST_IN_LETTER),
})
export type UnsignedLetter = z.infer<typeof UnsignedLetter>

/** The file that carries reports: `xinhuo-huixin-YYYYMMDD-K7QM.json`. */
export const ReportLetter = UnsignedLetter.extend({
  /** Ed25519 over the RFC 8785 form of all the rest, 64 bytes in lower-case hexadecimal. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type ReportLetter = z.infer<typeof ReportLetter>
