/** Everything that XML 1.0 has no place for (§2.2), half surrogates too. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text as it may stand in XML 1.0: what it has no place for is left out, and line ends are LF. */
export const xmlText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '')

/** A text as one line of XML. */
export const xmlLine = (text: string): string => xmlText(text).replace(/\s+/g, ' ').trim()

/** A text as HTML that says just that, and as an attribute's value. */
export const htmlText = (text: string): string =>
  xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * Generated XML without the line ends that its generator puts around CDATA sections: they would be part of titles and
 * links. Inside a section neither stands, since HTML and lines are written without `<![CDATA[` and `]]>`.
 */
export const tightCdata = (xml: string): string =>
  xml.replace(/>\n\s*<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\n\s*<\//g, ']]></')
