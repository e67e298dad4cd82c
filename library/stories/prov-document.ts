/** A value in PROV-JSON: a string, or the name of a type. */
export type ProvValue = string | { readonly $: string; readonly type: 'prov:QUALIFIED_NAME' }
type ProvRecords = Readonly<Record<string, Readonly<Record<string, ProvValue>>>>

/** Where something comes from and what was done with it, as PROV-JSON (W3C Member Submission, 24 April 2013). */
export interface ProvDocument {
  readonly prefix: Readonly<Record<string, string>>
  readonly entity: ProvRecords
  readonly activity: ProvRecords
  readonly agent: ProvRecords
  readonly wasGeneratedBy: ProvRecords
  readonly wasAssociatedWith: ProvRecords
  readonly wasDerivedFrom: ProvRecords
  readonly wasAttributedTo: ProvRecords
}

type Relation = 'wasGeneratedBy' | 'wasAssociatedWith' | 'wasDerivedFrom' | 'wasAttributedTo'
type Given = Readonly<Record<string, ProvValue | undefined>>

/** A PROV document that is being written. */
export interface ProvWriter {
  add(kind: 'entity' | 'activity', id: string, attributes: Given): void
  /** The agent of a name, the same for the same name. */
  agentOf(name: string, type: 'prov:Person' | 'prov:SoftwareAgent'): string
  relate(relation: Relation, attributes: Given): void
  document(): ProvDocument
}

export const provType = (name: string): ProvValue => ({ $: name, type: 'prov:QUALIFIED_NAME' })

/** @param prefix beside `prov` */
export function writeProv(prefix: Readonly<Record<string, string>>): ProvWriter {
  const parts = {
    ...{ entity: new Map(), activity: new Map(), agent: new Map() },
    ...{
      wasGeneratedBy: new Map(),
      wasAssociatedWith: new Map(),
      wasDerivedFrom: new Map(),
      wasAttributedTo: new Map(),
    },
  } satisfies Record<string, Map<string, Given>>
  const agents = new Map<string, string>()
  let relations = 0
  return {
    add: (kind, id, attributes) => void parts[kind].set(id, present(attributes)),
    agentOf(name, type) {
      const id = agents.get(name) ?? `xinhuo:agent-${agents.size + 1}`
      agents.set(name, id)
      parts.agent.set(id, { 'prov:label': name, 'prov:type': provType(type) })
      return id
    },
    relate(relation, attributes) {
      relations += 1
      parts[relation].set(`_:r${relations}`, present(attributes))
    },
    document: () => ({
      prefix: { prov: 'http://www.w3.org/ns/prov#', ...prefix },
      entity: Object.fromEntries(parts.entity),
      activity: Object.fromEntries(parts.activity),
      agent: Object.fromEntries(parts.agent),
      wasGeneratedBy: Object.fromEntries(parts.wasGeneratedBy),
      wasAssociatedWith: Object.fromEntries(parts.wasAssociatedWith),
      wasDerivedFrom: Object.fromEntries(parts.wasDerivedFrom),
      wasAttributedTo: Object.fromEntries(parts.wasAttributedTo),
    }),
  }
}

const present = (attributes: Given) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
