import type { Page } from 'playwright'
import { expect as expectOn } from 'playwright/test'
import type { FormData, FormRow, TemplateField, TemplateSchema } from '../../library/templates/template-schema.ts'

/** Fills a form in the window as a person would, field by field; what the form gives by itself is left to it. */
export async function fillInForm(page: Page, schema: TemplateSchema, data: FormData): Promise<void> {
  for (const [name, value] of Object.entries(data)) {
    const field = schema.properties[name]
    if (!field || field.type === 'array') continue
    if (field['x-computed'] === undefined) await fillInField(page, name, field, value as string | number | boolean)
  }
  for (const [name, value] of Object.entries(data)) {
    const field = schema.properties[name]
    if (field?.type !== 'array') continue
    for (const [at, row] of (value as readonly FormRow[]).entries()) {
      await page.locator(`[data-form-field="${name}"] [data-add]`).click()
      for (const [cell, inside] of Object.entries(field.items.properties)) {
        const words = row[cell]
        if (words !== undefined && inside['x-computed'] === undefined) {
          await fillInField(page, `${name}/${at}/${cell}`, inside, words)
        }
      }
    }
  }
}

async function fillInField(page: Page, path: string, field: TemplateField, value: string | number | boolean) {
  const control = page.locator(`[id="${fieldId(path)}"]`)
  await expectOn(control).toBeAttached()
  if (field.type === 'boolean') return control.setChecked(Boolean(value))
  if (field.type !== 'string' || !field.enum) return control.fill(String(value))
  if (await control.getByRole('radio').count())
    return control.getByRole('radio', { name: String(value), exact: true }).check()
  await control.click()
  await control.fill(String(value))
  await control.press('Enter')
}

/** The element of a field of a form. */
export function fieldId(path: string): string {
  return `field-${path.replace(/\s/g, '_')}`
}
