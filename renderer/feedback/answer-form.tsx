import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedReport } from '../../library/feedback/report-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import { useSettled } from '../design/use-settled.ts'
import styles from './feedback.module.css'
import { useAnswerReceived, useItemsByTitle } from './use-received.ts'

/** Where an office writes its answer, and names items to look at. */
export function AnswerForm({ report, onClose }: { readonly report: ReceivedReport; readonly onClose: () => void }) {
  const { t } = useTranslation('feedback')
  const [text, setText] = useState(report.answer?.text ?? '')
  const [items, setItems] = useState(
    () => report.answer?.items.map(({ itemId, title }) => ({ value: itemId, label: title ?? itemId })) ?? [],
  )
  const [words, setWords] = useState('')
  const found = useItemsByTitle(useSettled(words, 200))
  const textId = useId()
  const itemsId = useId()
  const hintId = useId()
  const give = useAnswerReceived()
  const save = () =>
    give.mutate({ id: report.id, answer: text.trim(), items: items.map((item) => item.value) }, { onSuccess: onClose })
  return (
    <div className={styles.form}>
      <div className={styles.field}>
        <label htmlFor={textId}>{t('received.text')}</label>
        <Input.TextArea
          id={textId}
          aria-describedby={hintId}
          value={text}
          maxLength={5000}
          autoSize={{ minRows: 3, maxRows: 12 }}
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
        <p id={hintId} className={styles.aside}>
          {t('received.public')}
        </p>
      </div>
      <div className={styles.field}>
        <label htmlFor={itemsId}>{t('received.items')}</label>
        <Select
          id={itemsId}
          mode="multiple"
          labelInValue
          filterOption={false}
          maxCount={20}
          style={{ width: '100%' }}
          placeholder={t('received.itemsHint')}
          value={items}
          options={words.trim() === '' ? [] : (found.data?.items ?? []).map(toOption)}
          notFoundContent={null}
          onSearch={setWords}
          onChange={setItems}
        />
      </div>
      <div className={styles.foot}>
        <Button type="primary" size="small" disabled={text.trim() === '' || give.isPending} onClick={save}>
          {t('received.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('received.giveUp')}
        </Button>
      </div>
      {give.isError && <ErrorNotice error={give.error} onRetry={save} />}
    </div>
  )
}

const toOption = ({ itemId, title }: { readonly itemId: string; readonly title: string }) => ({
  value: itemId,
  label: title,
})
