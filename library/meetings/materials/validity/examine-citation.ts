import type { MaterialCitation } from '../citations-of.ts'
import { isOnlyExplained } from '../explained-text.ts'
import type { CitedState } from '../material-view.ts'
import { passageNamed } from '../passage-text.ts'
import type { CitedSources, HereSource } from './cited-sources.ts'
import { compareText } from './compare-cited.ts'
import { examineGone } from './examine-gone.ts'
import { examineTaken } from './examine-taken.ts'
import { changeOf, type Examined, named, renewedBy, stateOf } from './examined.ts'

/** What became of one thing that a material cites. */
export async function examineCitation(
  sources: CitedSources,
  citation: MaterialCitation,
  today: string,
): Promise<Examined> {
  const { itemId } = citation
  if (itemId === undefined) return examineNamed(sources, citation, today)
  const source = await sources.of(itemId)
  if (citation.what !== 'passage') return examineTaken(sources, citation, source, today)
  switch (source.state) {
    case 'own':
      return { state: stateOf(citation, 'in-force', today) }
    case 'here': {
      const own = isOnlyExplained(citation.text) ? await sources.titled(citation.title) : undefined
      if (!own || own.itemId === itemId) return examineText(sources, citation, source, today)
      return examineNamed(sources, { ...citation, itemId: undefined, text: undefined }, today)
    }
    case 'missing': {
      // Another library may hold the same text under another id.
      const other = await sources.titled(citation.title)
      return other ? examineText(sources, citation, other, today) : { state: stateOf(citation, 'missing', today) }
    }
    case 'gone':
      return examineGone(sources, citation, source, today)
  }
}

/** What is only named: a text of that title may have come since. */
async function examineNamed(sources: CitedSources, citation: MaterialCitation, today: string): Promise<Examined> {
  const { title, provision = '', text } = citation
  const source = title === '' ? undefined : await sources.titled(title)
  if (!source) return { state: stateOf(citation, 'missing', today) }
  const { itemId, revision, validity, content } = source
  const state = stateOf({ ...citation, itemId }, validity, today, source)
  const now = text === undefined ? passageNamed(content.body, provision) : undefined
  if (!now) return { state }
  const says = `资料库里现在有${named(title)}${provision}的原文了。`
  const facts = { itemId, revision, validity, before: '', after: now.text }
  return { state, change: changeOf(citation, { change: 'changed', says, ...facts }), renewed: renewedBy(source, now) }
}

async function examineText(
  sources: CitedSources,
  citation: MaterialCitation,
  source: HereSource,
  today: string,
): Promise<Examined> {
  const { revision, validity, content } = source
  const ended = validity === 'repealed' || validity === 'expired'
  const state = (is: CitedState['state']) => stateOf(citation, is, today, source)
  const same = citation.revision === undefined || citation.revision === revision
  const now = same ? undefined : await compareText(sources, citation, content)
  if (ended && citation.validity !== validity) {
    const day = content.repealedOn ?? content.expiresOn
    const after = now?.type === 'changed' ? now.after : undefined
    return {
      state: state(validity),
      change: changeOf(citation, {
        ...{ change: 'repealed', revision, validity, before: citation.text ?? '' },
        says: `${named(citation.title)}${day === undefined ? '' : `从 ${day} 起`}${validity === 'expired' ? '失效' : '废止'}了。`,
        ...(after && { after: after.text }),
      }),
      renewed: after ? renewedBy(source, after) : { revision, validity },
    }
  }
  if (!now || now.type === 'same') return { state: state(validity) }
  const name = citation.provision ?? named(citation.title)
  if (now.type === 'gone') {
    return {
      state: state('repealed'),
      change: changeOf(citation, {
        ...{ change: 'gone', revision, validity, before: now.before },
        says: `${named(citation.title)}新的文本里没有${citation.provision ?? '这一段'}了（${source.recordedOn} 更新）。`,
      }),
    }
  }
  const { after } = now
  const moved = after.provision !== undefined && citation.provision !== undefined && after.anchor !== citation.anchor
  return {
    state: state('amended'),
    change: changeOf(citation, {
      ...{ change: 'changed', revision, validity, before: now.before, after: after.text },
      says: moved
        ? `${name}在 ${source.recordedOn} 的更新里改成了${after.provision}。`
        : `${name}在 ${source.recordedOn} 的更新里改了。`,
    }),
    renewed: renewedBy(source, after),
  }
}
