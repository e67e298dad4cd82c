import { foldText } from './han-text.ts'
import type { DocumentMask, IndexDocument } from './index/passage-index.ts'
import type { ExceptFilters, SearchFilters } from './search-query.ts'
import { matchDocumentNumber, readDocumentNumber } from './understanding/document-number.ts'

/** Which documents a search looks at. Superseded and coming revisions only when a validity is asked for. */
export function documentMask(documents: readonly IndexDocument[], filters: SearchFilters): DocumentMask {
  const others = filters.validities?.some((validity) => validity !== 'in-force') ?? false
  const accepts = acceptedBy(filters)
  const isExcepted = filters.except && exceptedBy(filters.except)
  const mask = new Uint8Array(documents.length)
  for (let ordinal = 0; ordinal < documents.length; ordinal++) {
    const document = documents[ordinal] as IndexDocument
    if ((others || document.scope === 'current') && accepts(document) && !isExcepted?.(document)) mask[ordinal] = 1
  }
  return mask
}

/** Every limit that is set must hold. */
function acceptedBy(filters: SearchFilters): (document: IndexDocument) => boolean {
  const tests = listTests(filters)
  const { after, before, documentNumber } = filters
  if (after !== undefined) tests.push(({ issuedOn }) => issuedOn !== undefined && issuedOn >= after)
  if (before !== undefined) tests.push(({ issuedOn }) => issuedOn !== undefined && issuedOn <= before)
  if (documentNumber !== undefined) tests.push(numberTest(documentNumber))
  return (document) => tests.every((test) => test(document))
}

/** Any of what was excepted is enough to be left out. */
function exceptedBy(filters: ExceptFilters): (document: IndexDocument) => boolean {
  const tests = listTests(filters)
  return (document) => tests.some((test) => test(document))
}

function listTests(filters: ExceptFilters): ((document: IndexDocument) => boolean)[] {
  const { kinds, validities, topics, channels } = filters
  const issuers = filters.issuer
    ?.split(/[,，]/)
    .map((issuer) => foldText(issuer.trim()))
    .filter((issuer) => issuer !== '')
  const tests: ((document: IndexDocument) => boolean)[] = []
  if (kinds?.length) tests.push(({ kind }) => kinds.includes(kind))
  if (validities?.length) tests.push(({ validity }) => validities.includes(validity))
  if (topics?.length) {
    const wanted = topics.map(foldText)
    tests.push((document) => document.topics.some((topic) => wanted.includes(foldText(topic))))
  }
  if (channels?.length) tests.push(({ channel }) => channels.includes(channel))
  if (issuers?.length) tests.push(({ foldedIssuer }) => issuers.some((issuer) => foldedIssuer.includes(issuer)))
  return tests
}

function numberTest(typed: string): (document: IndexDocument) => boolean {
  const asked = readDocumentNumber(typed)
  if (asked)
    return ({ documentNumber }) =>
      documentNumber !== undefined && matchDocumentNumber(asked, documentNumber) !== undefined
  const part = foldText(typed)
  return ({ documentNumber }) => documentNumber !== undefined && foldText(documentNumber).includes(part)
}
