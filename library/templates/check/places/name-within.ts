/** Words after which a name begins. */
const BEFORE_NAME =
  /^.*(?:[省市县区州旗盟镇乡]|街道(?:办事处)?|在|向|由|到|从|与|及|对|给|为|是|把|被|将|请|经|按|据|至|往|于|的|等|赴|驻|受|送|报|致|抄|同意|以及|所在|所属|户籍地|现住|住|兹有|系|有)(?=.)/u

/** The name at the end of a phrase, without the words before it: 青山县 in 兹有青山县. */
export const nameWithin = (phrase: string): string =>
  phrase.slice(BEFORE_NAME.exec(phrase.slice(0, -1))?.[0].length ?? 0)
