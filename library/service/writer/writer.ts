import { answerReceived, insertReceived } from '../../feedback/received-reports.repository.ts'
import type { LetterReport, ReportLetter } from '../../feedback/report-letter.ts'
import {
  discardReport,
  ensureSenderIdentity,
  insertReport,
  markAnswerSeen,
  markReportsExported,
  type NewReport,
  updateReport,
} from '../../feedback/reports.repository.ts'
import { takeAnswers } from '../../feedback/take-answers.ts'
import { saveFeedBuild } from '../../feeds/build/feed-builds.repository.ts'
import type { FeedDefinition } from '../../feeds/feed.schema.ts'
import type { FeedBuildRecord } from '../../feeds/feed-view.ts'
import { type KeptChoice, type KeptFeed, purgeDiscardedFeeds } from '../../feeds/feeds.repository.ts'
import { enterWithdrawals } from '../../feeds/issues/enter-withdrawals.ts'
import { type IssueToRecord, recordIssue } from '../../feeds/issues/record-issue.ts'
import { withdrawEntry } from '../../feeds/issues/withdraw-entry.ts'
import { chooseStory, createFeed, type Doing, discardFeed, editFeed, removeChoice } from '../../feeds/keep-feeds.ts'
import type { DocumentToRecord } from '../../importing/document-to-record.ts'
import { recordDocuments } from '../../importing/record-documents.ts'
import { appendChange, findDueItems, findItem, setPutAway } from '../../items/items.repository.ts'
import { arrangeItem, localDate } from '../../items/record-revision.ts'
import { deleteOldJobs, type StoredJob, saveJob } from '../../jobs/jobs.repository.ts'
import type { StepProgress } from '../../meetings/learning/learning-view.ts'
import { deleteStep, replaceProgress, saveStep } from '../../meetings/learning/progress.repository.ts'
import { catchUpMaterials } from '../../meetings/materials/catch-up-materials.ts'
import { keepMaterialItem } from '../../meetings/materials/keep-item.ts'
import {
  discardMaterial,
  insertMaterials,
  purgeDiscardedMaterials,
  replaceMaterial,
} from '../../meetings/materials/keep-material.ts'
import type { KeptMaterial } from '../../meetings/materials/kept-material.ts'
import type { MaterialItem } from '../../meetings/materials/publish-material.ts'
import { changeCard } from '../../meetings/responses/change-card.ts'
import type { ChangedCard } from '../../meetings/responses/response.schema.ts'
import { deleteCards, insertCards, type KeptCard } from '../../meetings/responses/responses.repository.ts'
import { type BundleToKeep, keepBundle } from '../../meetings/sharing/keep-bundle.ts'
import {
  clearRecent,
  deleteFavourite,
  deleteNote,
  insertNote,
  saveFavourite,
  touchRecent,
  updateNote,
} from '../../reading/reading.repository.ts'
import type { Note } from '../../reading/reading-view.ts'
import { openIndexKeeper } from '../../search/catch-up-index.ts'
import type { SentenceEncoder } from '../../search/meaning/sentence-encoder.ts'
import { deleteSearchDatabase, openSearchForWriting } from '../../search/open-search-database.ts'
import { forgetRecentSearches, touchRecentSearch } from '../../search/saved/recent-searches.repository.ts'
import {
  deleteSavedSearch,
  insertSavedSearch,
  orderSavedSearches,
  updateSavedSearch,
} from '../../search/saved/saved-searches.repository.ts'
import type { SavedSearch, SearchGap } from '../../search/saved/saved-view.ts'
import {
  deleteSearchGap,
  insertSearchGap,
  markSearchGapsExported,
  updateSearchGap,
} from '../../search/saved/search-gaps.repository.ts'
import { saveSetting, saveSettings } from '../../settings/settings.repository.ts'
import type { Settings } from '../../settings/settings.schema.ts'
import { createBlobStore } from '../../store/blob-store.ts'
import { copyDatabase, findDamage } from '../../store/database-copy.ts'
import type { LibraryPaths } from '../../store/library-paths.ts'
import { openLibraryForWriting } from '../../store/open-library-database.ts'
import { keepOverruling, type Overruling } from '../../stories/gate/keep-overruling.ts'
import { discardStory, insertStories, purgeDiscardedStories, replaceStory } from '../../stories/keep-story.ts'
import type { KeptStory } from '../../stories/kept-story.ts'
import { type KeptCopy, keepBlobs, saveMediaCopy } from '../../stories/media/media-copies.repository.ts'
import { applyStep, type StepToApply } from '../../stories/process/apply-step.ts'
import { finishTask, keepTask } from '../../stories/process/keep-task.ts'
import type { OfficePerson, StoryOffice, StoryTask } from '../../stories/process/process-view.ts'
import { rememberPerson } from '../../stories/process/remembered-person.ts'
import { saveOffice } from '../../stories/process/story-office.ts'
import { addTask } from '../../stories/process/tasks.repository.ts'
import {
  changeResponse,
  forgetResponse,
  makeResponseTask,
  type ResponseChange,
} from '../../stories/responses/change-response.ts'
import { insertResponses, type KeptResponse, markResponsesShown } from '../../stories/responses/responses.repository.ts'
import { carryOutAnswer } from '../../stories/slips/carry-out-answer.ts'
import { keepReturn } from '../../stories/slips/keep-return.ts'
import { keepAnswer, keepSlip } from '../../stories/slips/keep-slip.ts'
import { keepSubmission } from '../../stories/slips/keep-submission.ts'
import type { ReviewAnswer, Submission } from '../../stories/slips/slip.schema.ts'
import { type KeptSlip, settleSlip } from '../../stories/slips/slips.repository.ts'
import { markShown } from '../../stories/story-shown.repository.ts'
import { catchUpStorySummaries } from '../../stories/summaries/catch-up-summaries.ts'
import { recordBatchForms } from '../../templates/batch/batch-forms.repository.ts'
import { deleteOwnPlace, type OwnPlace, saveOwnPlace } from '../../templates/check/gazetteer.repository.ts'
import {
  discardForm,
  insertForm,
  type KeptForm,
  purgeDiscardedForms,
  replaceForm,
} from '../../templates/forms/forms.repository.ts'
import { keepFinished } from '../../templates/forms/keep-finished.ts'
import { discardBookEntry, saveBookEntries } from '../../templates/known/book.repository.ts'
import { saveColumnMatch } from '../../templates/known/column-match.repository.ts'
import { forgetKnown } from '../../templates/known/known-values.repository.ts'
import type { BookEntry, ColumnMatch } from '../../templates/known/known-view.ts'
import type { TemplateSchema } from '../../templates/template-schema.ts'
import { applyUpdate, rollBack, type UpdateToApply } from '../../updates/apply-update.ts'
import { saveVerification, stageRevisions } from '../../updates/channels.repository.ts'
import type { FetchedRevision } from '../../updates/fetch-objects.ts'
import {
  chooseText,
  orderChannels,
  removeChannel,
  subscribe,
  type TrustedChannel,
  trustChannel,
} from '../../updates/manage-channels.ts'
import { markSeen } from '../../updates/new-since.ts'
import { type ArrivingRevision, recordArriving } from '../../updates/record-arriving.ts'
import { type RepairedRevision, repairRevisions } from '../../updates/repair-revisions.ts'
import type { ReportAnswers } from '../../updates/repository-format.ts'

const now = () => new Date()
const stamp = () => now().toISOString()

/** Jobs are forgotten this long after they ended. Milliseconds. */
const JOBS_KEPT = 30 * 24 * 3600 * 1000

/**
 * Everything that writes library.db and search.db, in one place and on one connection each.
 * It lives in a thread of its own, so that neither an import nor an fsync holds up an answer.
 * @param openEncoder gives the index its vectors; called once, when the index is opened
 */
export async function openWriter(
  paths: LibraryPaths,
  openEncoder: () => SentenceEncoder | undefined = () => undefined,
) {
  const encoder = openEncoder()
  const library = openLibraryForWriting(paths.database, now())
  const { db } = library
  let search = openSearchForWriting(paths.searchDatabase)
  let keeper = await openIndexKeeper(search, db, encoder)
  const blobs = createBlobStore(paths.objects)
  return {
    recordDocuments: (documents: readonly DocumentToRecord[]) => recordDocuments(db, documents, now()),
    /** The lists of stories first: they are part of the library, and a damaged index keeps nothing from them. */
    async catchUpIndex(limit: number) {
      const stories = await catchUpStorySummaries(db, blobs, limit)
      const passages = await keeper.step(limit, now())
      const remaining = passages.remaining + stories.remaining
      // Whoever asks again until nothing remains asks for these last, and once.
      const materials = remaining > 0 ? { remaining: 0 } : await catchUpMaterials(db, blobs, limit)
      return { done: passages.done, remaining: remaining + materials.remaining }
    },
    passageCount: async () => keeper.passageCount(),
    /** Begins an empty search.db in the place of a damaged one, which nobody else has open. */
    async renewIndex() {
      search.close()
      deleteSearchDatabase(paths.searchDatabase)
      search = openSearchForWriting(paths.searchDatabase)
      keeper = await openIndexKeeper(search, db, encoder)
    },

    /** Decides again about items whose day of coming into force, repeal or expiry has come. Returns how many. */
    arrangeDueItems: () =>
      db.transaction().execute(async (trx) => {
        const due = await findDueItems(trx, localDate(now()))
        for (const id of due) {
          const item = await findItem(trx, id)
          if (item) await arrangeItem(trx, item, now())
        }
        return due.length
      }),
    putAway: (itemId: string) =>
      db.transaction().execute(async (trx) => {
        await setPutAway(trx, itemId, stamp())
        await appendChange(trx, itemId, stamp())
      }),
    bringBack: (itemId: string) =>
      db.transaction().execute(async (trx) => {
        await setPutAway(trx, itemId, null)
        await appendChange(trx, itemId, stamp())
      }),

    saveFavourite: (itemId: string, anchor: string) => saveFavourite(db, itemId, anchor, stamp()),
    deleteFavourite: (itemId: string, anchor: string) => deleteFavourite(db, itemId, anchor),
    insertNote: (note: Omit<Note, 'title'>) => insertNote(db, note),
    updateNote: (id: string, text: string) => updateNote(db, id, text, stamp()),
    deleteNote: (id: string) => deleteNote(db, id),
    touchRecent: (itemId: string, anchor: string) => touchRecent(db, itemId, anchor, stamp()),
    clearRecent: () => clearRecent(db),
    insertSavedSearch: (saved: SavedSearch) => insertSavedSearch(db, saved),
    updateSavedSearch: (id: string, change: { name?: string | undefined; seenTotal?: number | undefined }) =>
      updateSavedSearch(db, id, change),
    deleteSavedSearch: (id: string) => deleteSavedSearch(db, id),
    orderSavedSearches: (ids: readonly string[]) => orderSavedSearches(db, ids),
    touchRecentSearch: (query: string) => touchRecentSearch(db, query, stamp()),
    forgetRecentSearches: (query: string | undefined) => forgetRecentSearches(db, query),
    insertSearchGap: (gap: SearchGap) => insertSearchGap(db, gap),
    updateSearchGap: (id: string, note: string) => updateSearchGap(db, id, note),
    deleteSearchGap: (id: string) => deleteSearchGap(db, id),
    markSearchGapsExported: (at: string) => markSearchGapsExported(db, at),
    insertReport: (report: NewReport) => insertReport(db, report),
    updateReport: (id: string, text: string) => updateReport(db, id, text),
    discardReport: (id: string, at: string | null) => discardReport(db, id, at),
    markReportsExported: (reports: readonly LetterReport[], at: string) => markReportsExported(db, reports, at),
    markAnswerSeen: (id: string) => markAnswerSeen(db, id, stamp()),
    ensureSenderIdentity: () => ensureSenderIdentity(db, stamp()),
    saveFeedBuild: (feedId: string, build: FeedBuildRecord) => saveFeedBuild(db, feedId, build),
    createFeed: (feed: KeptFeed, doing: Doing) => createFeed(db, feed, doing),
    editFeed: (id: string, definition: FeedDefinition, doing: Doing, read?: string) =>
      editFeed(db, id, definition, doing, read),
    discardFeed: (id: string, discard: boolean, doing: Doing) => discardFeed(db, id, discard, doing),
    purgeDiscardedFeeds: () => purgeDiscardedFeeds(db, stamp()),
    chooseStory: (choice: KeptChoice) => chooseStory(db, choice),
    removeChoice: (feedId: string, storyId: string, doing: Doing) => removeChoice(db, feedId, storyId, doing),
    enterWithdrawals: (feedId: string, at: string) => enterWithdrawals(db, feedId, at),
    recordIssue: (planned: IssueToRecord, doing: Doing) => recordIssue(db, planned, doing),
    withdrawEntry: (feedId: string, entryId: string, reason: string, doing: Doing) =>
      withdrawEntry(db, feedId, entryId, reason, doing),
    insertReceived: (letter: ReportLetter, at: string) => insertReceived(db, letter, at),
    answerReceived: (id: string, answer: { text: string; items: readonly string[]; answeredOn: string }) =>
      answerReceived(db, id, answer),
    stageRevisions: (revisions: readonly FetchedRevision[]) => stageRevisions(db, revisions, stamp()),
    recordArriving: (revisions: readonly ArrivingRevision[]) => recordArriving(db, revisions, now()),
    applyUpdate: (update: UpdateToApply) => applyUpdate(db, update, now()),
    rollBack: (channel: string, version: number) => rollBack(db, channel, version, now()),
    takeAnswers: (answers: ReportAnswers) => db.transaction().execute((trx) => takeAnswers(trx, answers, stamp())),
    repairRevisions: (revisions: readonly RepairedRevision[]) => repairRevisions(db, revisions, now()),
    saveVerification: (channel: string, damaged: number) => saveVerification(db, channel, damaged, stamp()),
    trustChannel: (channel: TrustedChannel) => trustChannel(db, channel, now()),
    removeChannel: (id: string) => removeChannel(db, id, now()),
    orderChannels: (ids: readonly string[]) => orderChannels(db, ids, now()),
    subscribe: (id: string, topics: readonly string[] | undefined) => subscribe(db, id, topics, now()),
    chooseText: (itemId: string, choice: 'own' | 'channel') => chooseText(db, itemId, choice, now()),
    markSeen: (itemId: string | undefined) => markSeen(db, itemId),

    saveOwnPlace: (place: OwnPlace) => saveOwnPlace(db, place, stamp()),
    deleteOwnPlace: (name: string) => deleteOwnPlace(db, name),

    insertForm: (form: KeptForm) => insertForm(db, form),
    replaceForm: (form: KeptForm, readAt: string) => replaceForm(db, form, readAt),
    keepFinished: (form: KeptForm, schema: TemplateSchema, readAt: string) => keepFinished(db, form, schema, readAt),
    discardForm: (id: string, at: string | null) => discardForm(db, id, at),
    purgeDiscardedForms: () => purgeDiscardedForms(db, stamp()),

    insertStories: (stories: readonly KeptStory[], detail?: Parameters<typeof insertStories>[2]) =>
      insertStories(db, stories, detail),
    replaceStory: (story: KeptStory, readAt: string, by: string) => replaceStory(db, story, readAt, by),
    discardStory: (id: string, discardedAt: string | undefined, by: string, at: string) =>
      discardStory(db, id, discardedAt, by, at),
    markStoryShown: (storyId: string, on: string) => markShown(db, storyId, on),
    purgeDiscardedStories: () => purgeDiscardedStories(db, stamp()),

    saveLearningStep: (pathId: string, step: StepProgress) => saveStep(db, pathId, step),
    deleteLearningStep: (pathId: string, stepId: string) => deleteStep(db, pathId, stepId),
    replaceLearningProgress: (pathId: string, steps: readonly StepProgress[]) => replaceProgress(db, pathId, steps),
    insertCards: (cards: readonly KeptCard[]) => insertCards(db, cards),
    changeCard: (materialId: string, id: string, change: ChangedCard, today: string) =>
      changeCard(db, materialId, id, change, today),
    deleteCards: (materialId: string, id?: string) => deleteCards(db, materialId, id),
    insertMaterials: (materials: readonly KeptMaterial[]) => insertMaterials(db, materials),
    replaceMaterial: (material: KeptMaterial, readAt: string) => replaceMaterial(db, material, readAt),
    discardMaterial: (id: string, discardedAt: string | undefined) => discardMaterial(db, id, discardedAt, stamp()),
    keepMaterialItem: (id: string, readSha256: string, item: MaterialItem) =>
      keepMaterialItem(db, id, readSha256, item, now()),
    keepBundle: (bundle: BundleToKeep) => keepBundle(db, bundle, now()),
    purgeDiscardedMaterials: () => purgeDiscardedMaterials(db, stamp()),

    saveBookEntries: (entries: readonly BookEntry[]) => saveBookEntries(db, entries),
    discardBookEntry: (id: string, at: string | null) => discardBookEntry(db, id, at),
    saveColumnMatch: (target: string, columns: readonly string[], match: readonly ColumnMatch[]) =>
      saveColumnMatch(db, target, columns, match, stamp()),
    forgetKnown: (what: Parameters<typeof forgetKnown>[1]) => forgetKnown(db, what),
    recordBatchForms: (forms: readonly KeptForm[]) => recordBatchForms(db, forms),

    saveMediaCopy: (copy: KeptCopy) => saveMediaCopy(db, copy, stamp()),
    keepBlobs: (blobs: Parameters<typeof keepBlobs>[1]) => keepBlobs(db, blobs, stamp()),
    keepOverruling: (overruling: Overruling) => keepOverruling(db, overruling),

    takeStoryStep: (step: StepToApply) => db.transaction().execute((trx) => applyStep(trx, step, now())),
    holdScheduledStory: (step: StepToApply, task: StoryTask) =>
      db.transaction().execute(async (trx) => {
        await applyStep(trx, step, now())
        await addTask(trx, task)
      }),
    keepStoryTask: (task: StoryTask, person: OfficePerson) =>
      db.transaction().execute((trx) => keepTask(trx, task, person)),
    finishStoryTask: (given: Parameters<typeof finishTask>[1]) =>
      db.transaction().execute((trx) => finishTask(trx, given, now())),
    saveStoryOffice: (office: StoryOffice, by: string) => saveOffice(db, office, by, stamp()),
    rememberStoryPerson: (id: string | undefined) => rememberPerson(db, id),
    keepSlip: (slip: KeptSlip, person: OfficePerson) =>
      db.transaction().execute((trx) => keepSlip(trx, slip, person, stamp())),
    keepReturn: (body: ReviewAnswer, person: OfficePerson) =>
      db.transaction().execute((trx) => keepReturn(trx, body, person, stamp())),
    keepAnswer: (answer: KeptSlip, request: KeptSlip, person: OfficePerson) =>
      db.transaction().execute((trx) => keepAnswer(trx, answer, request, person, stamp())),
    keepSubmission: (body: Submission, person: OfficePerson) =>
      db.transaction().execute((trx) => keepSubmission(trx, body, person, now())),
    carryOutSlip: (step: StepToApply, slipId: string) =>
      db.transaction().execute((trx) => carryOutAnswer(trx, step, slipId, now())),
    insertResponses: (responses: readonly KeptResponse[]) => insertResponses(db, responses),
    changeResponse: (id: string, change: ResponseChange, by: OfficePerson, today: string) =>
      changeResponse(db, id, change, by, stamp(), today),
    forgetResponse: (id: string) => forgetResponse(db, id),
    makeResponseTask: (id: string, taskId: string, by: OfficePerson) =>
      makeResponseTask(db, id, { id: taskId, at: stamp() }, by),
    markResponsesShown: (storyId: string, on: string) => markResponsesShown(db, storyId, on),
    settleSlip: (slip: KeptSlip, to: Pick<KeptSlip, 'state' | 'says'>) => settleSlip(db, slip, to),

    saveSettings: (settings: Settings) => saveSettings(db, settings),
    saveSetting: (key: string, value: string) => saveSetting(db, key, value),

    saveJob: (job: StoredJob) => saveJob(db, job),
    deleteOldJobs: () => deleteOldJobs(db, new Date(now().getTime() - JOBS_KEPT).toISOString()),

    copyLibraryTo: async (file: string) => copyDatabase(library.connection, file),
    findDamage: async () => findDamage(library.connection),

    async close() {
      search.close()
      await library.close()
    },
  }
}

export type Writer = Awaited<ReturnType<typeof openWriter>>
