let made: CSSStyleSheet | undefined

/** How the pages of a document lie on the desk: white in every theme, for they are paper. */
export function paperSheet(): CSSStyleSheet {
  if (made) return made
  made = new CSSStyleSheet()
  made.replaceSync(`
    :host { display: block; color: #1a1a1a; color-scheme: light; }
    .pages { display: grid; justify-items: center; gap: 16px; width: max-content; min-width: 100%; }
    section.docx {
      position: relative; box-sizing: border-box; background: #fff; box-shadow: 0 1px 2px rgb(60 48 30 / 12%), 0 4px 16px rgb(60 48 30 / 10%);
      overflow: hidden;
    }
    section.docx [data-field] { font: inherit; min-height: 0; cursor: pointer; border-radius: 2px; }
    section.docx [data-field]:hover { background: #f6e5de; }
    section.docx [data-empty] { background: #fbefc6; color: #6b4a00; outline: 1px dashed #b08a2e; outline-offset: 1px; }
    section.docx [data-current] { background: #f9e2a0; outline: 2px solid #a5321e; outline-offset: 2px; }
    section.docx [data-noted] { background: #fbefc6; outline: 1px solid #7d5100; }
    .page-end { position: absolute; inset-inline: 0; border-top: 1px dashed #b3a48c; pointer-events: none; }
    .page-end::after {
      content: attr(data-label); position: absolute; inset-inline-end: 8px; top: 4px; color: #6b604f;
      font: 12px/1 system-ui, sans-serif;
    }
    @media print {
      .page-end { display: none; }
      /* Its margins on each sheet that it flows over. */
      section.docx { min-height: 0 !important; box-shadow: none; box-decoration-break: clone; break-after: page; overflow: visible; }
      section.docx:last-of-type { break-after: auto; }
      .pages { display: block; }
      section.docx [data-field] { background: none; outline: none; }
    }
  `)
  return made
}
