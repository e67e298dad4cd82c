import type { FieldCheck, Severity } from '../../../library/templates/template-schema.ts'

/** Checks that many templates share. A value that is not filled yet makes none of them fail. */

/** The sex that the resident id's 17th digit tells. */
export function sexMatchesId(sexField = '性别', idField = '身份证号'): FieldCheck {
  return {
    id: 'sex-matches-id',
    severity: 'must',
    holds: `$exists($match(${idField}, /^\\d{17}/)) and $exists(${sexField}) ? ($number($substring(${idField}, 16, 1)) % 2 = 1 ? '男' : '女') = ${sexField}`,
    says: `${sexField}与身份证号不一致：身份证号第17位单数为男、双数为女。`,
    fields: [sexField, idField],
  }
}

/** A number that has to be that of a table's rows. */
export function countsRows(numberField: string, tableField: string, says: string): FieldCheck {
  return {
    id: 'rows-match-count',
    severity: 'must',
    holds: `$exists(${numberField}) and $exists(${tableField}) ? ${numberField} = $count(${tableField})`,
    says,
    fields: [numberField, tableField],
  }
}

/** No value twice in a table's column. */
export function noneTwice(tableField: string, column: string, says: string, severity: Severity = 'must'): FieldCheck {
  return {
    id: 'none-twice',
    severity,
    holds: `$exists(${tableField}.${column}) ? $count(${tableField}.${column}) = $count($distinct(${tableField}.${column}))`,
    says,
    fields: [tableField],
  }
}

/** One date not before another. */
export function notBefore(
  id: string,
  later: string,
  earlier: string,
  says: string,
  severity: Severity = 'must',
): FieldCheck {
  return {
    id,
    severity,
    holds: `$exists(${later}) and $exists(${earlier}) ? ${later} >= ${earlier}`,
    says,
    fields: [later, earlier],
  }
}

/** At least so many days from one date to another, both counted. */
export function daysAtLeast(
  id: string,
  days: number,
  from: string,
  to: string,
  says: string,
  severity: Severity = 'must',
): FieldCheck {
  return {
    id,
    severity,
    holds: `$exists($match(${from}, /^\\d{4}-\\d\\d-\\d\\d$/)) and $exists($match(${to}, /^\\d{4}-\\d\\d-\\d\\d$/)) ? ($toMillis(${to}) - $toMillis(${from})) / 86400000 + 1 >= ${days}`,
    says,
    fields: [to, from],
  }
}

/** An amount that has to be the sum of a table's column, to the cent. */
export function addsUp(sumField: string, tableField: string, column: string, says: string): FieldCheck {
  return {
    id: 'adds-up',
    severity: 'must',
    holds: `$exists(${sumField}) and $exists(${tableField}.${column}) ? $abs(${sumField} - $sum(${tableField}.${column})) < 0.005`,
    says,
    fields: [sumField, tableField],
  }
}

/** Two fields that must not name the same person. */
export function differentPeople(one: string, other: string, says: string, severity: Severity = 'should'): FieldCheck {
  return {
    id: 'different-people',
    severity,
    holds: `$exists(${one}) and $exists(${other}) ? ${one} != ${other}`,
    says,
    fields: [other, one],
  }
}

/** A payee who is not the applicant has to be explained. */
export function payeeIsApplicant(payee: string, applicant: string): FieldCheck {
  return {
    id: 'payee-is-applicant',
    severity: 'should',
    holds: `$exists(${payee}) and $exists(${applicant}) ? ${payee} = ${applicant}`,
    says: `${payee}与${applicant}不一致，补贴可能打不进去；确需打给别人的，附书面说明。`,
    fields: [payee, applicant],
  }
}

/** 发文字号 with six-cornered brackets and a year in full, without 第 and leading zeros. */
export function documentNumberForm(field = '发文字号'): FieldCheck {
  return {
    id: 'document-number-form',
    severity: 'must',
    holds: `$exists(${field}) ? $exists($match(${field}, /〔\\d{4}〕[1-9]\\d*号$/))`,
    says: `${field}的写法不对：年份用六角括号〔〕括四位数字，序号不加“第”、不编虚位，如云政发〔2026〕8号。`,
    fields: [field],
  }
}

/** The year in the document number is that of the date. */
export function documentNumberYear(field = '发文字号', dateField = '成文日期'): FieldCheck {
  return {
    id: 'document-number-year',
    severity: 'should',
    holds: `$exists($match(${field}, /〔\\d{4}〕/)) and $exists(${dateField}) ? $contains(${field}, '〔' & $substring(${dateField}, 0, 4) & '〕')`,
    says: `${field}里的年份与${dateField}的年份不一样，可能是套用了往年的文件。`,
    fields: [field, dateField],
  }
}
