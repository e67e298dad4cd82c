const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^unknown command '(.+)'$/, '没有“$1”这个命令。'],
  [/^unknown option '(.+)'$/, '没有“$1”这个选项。'],
  [/^missing required argument '(.+)'$/, '缺少“$1”。'],
  [/^required option '(.+)' not specified$/, '缺少选项“$1”。'],
  [/^option '(.+)' argument missing$/, '选项“$1”后面缺少内容。'],
  [
    /^(?:option|command-argument value) '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/,
    '选项“$1”不能是“$2”，可以是 $3。',
  ],
  [/^option '(.+)' argument '(.*)' is invalid\. (.+)$/, '选项“$1”不能是“$2”：$3'],
  [/^option '(.+)' cannot be used with option '(.+)'$/, '选项“$1”不能和“$2”一起用。'],
  [/^\(outputHelp\)$/, '没有写命令。'],
  [/^too many arguments.*$/, '多写了内容。'],
]

/** What commander says of a command line it does not understand, in a Chinese sentence. */
export function usageError(text: string): string {
  const message = text
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean .*\)/s, '')
    .trim()
  const found = SENTENCES.find(([pattern]) => pattern.test(message))
  return found ? message.replace(found[0], found[1]) : message
}
