import { type Expression, type RawBuilder, sql } from 'kysely'

/** 1 for a revision that came with the app or from a channel, 0 for one that was made or changed here. */
export const madeByOthers = (revision: Expression<string>): RawBuilder<number> =>
  sql<number>`EXISTS (SELECT 1 FROM provenance WHERE provenance.revision = ${revision} AND provenance.agent <> 'person')`
