/** Everything a text could bring that runs, loads or leads somewhere; `address` is where it would report to. */
export function hostileMarkup(address: string): string {
  return [
    '<script>window.__pwned = "script"</script>',
    `<script src="${address}script.js"></script>`,
    '<img src="x" onerror="window.__pwned = \'onerror\'" alt="图">',
    `<img src="${address}picture.png" srcset="${address}set.png 2x" alt="图">`,
    '<svg onload="window.__pwned = \'svg\'"><animate onbegin="window.__pwned = \'begin\'" attributeName="x" dur="1s"></animate></svg>',
    `<svg><use href="${address}use.svg#x"></use><image href="${address}image.svg"></image></svg>`,
    '<math><mtext><table><mglyph><style><img src onerror="window.__pwned = \'mxss\'"></style></mglyph></table></mtext></math>',
    `<iframe src="${address}frame"></iframe>`,
    '<iframe srcdoc="<script>parent.__pwned = \'srcdoc\'</script>"></iframe>',
    `<object data="${address}object"></object><embed src="${address}embed">`,
    `<link rel="stylesheet" href="${address}style.css">`,
    `<style>@import url(${address}import.css); body { background: url(${address}body.png) }</style>`,
    `<p style="background: url(${address}attribute.png)">有样式的段落</p>`,
    `<div style="position:fixed;inset:0;z-index:99999"><a href="${address}cover">盖住一切</a></div>`,
    `<form action="${address}form"><input autofocus onfocus="window.__pwned = 'focus'"><button>提交</button></form>`,
    '<details open ontoggle="window.__pwned = \'toggle\'"><summary>开</summary></details>',
    `<video src="${address}video.mp4" autoplay onloadstart="window.__pwned = 'video'"></video><audio src="${address}a.mp3"></audio>`,
    '<a href="javascript:window.__pwned=\'link\'">点这里</a>',
    '<a href="data:text/html,<script>opener.__pwned=\'data\'</script>" target="_blank">数据</a>',
    `<a href="${address}ping" ping="${address}pinged">外面</a>`,
    '<p onclick="window.__pwned = \'click\'" onmouseover="window.__pwned = \'over\'">一段文字</p>',
  ].join('\n')
}

/** What leads away by itself; no policy of a page stops it, so it must never get in. */
export const hostileHead = (address: string) =>
  [
    `<meta http-equiv="refresh" content="0;url=${address}refresh">`,
    `<base href="${address}">`,
    `<link rel="prefetch" href="${address}prefetch"><link rel="preconnect" href="${address}">`,
  ].join('\n')

/** Hostile files of every kind that could carry markup. */
export function hostileFiles(address: string): Record<string, string> {
  const markup = hostileMarkup(address)
  const head = hostileHead(address)
  return {
    '恶意公告.md': `---\ntitle: 恶意公告<script>window.__pwned='title'</script>\n---\n# 恶意公告\n\n第一条　这是恶意公告的正文。\n\n${markup}\n\n[点](javascript:window.__pwned='md') ![图](javascript:window.__pwned='img) ![外](${address}md.png)\n\n第二条　<b onclick="window.__pwned='b'">恶意公告</b>到此为止。\n`,
    '恶意网页.html': `<!doctype html><html><head><title>恶意网页<img src=x onerror="window.__pwned='title'"></title>${head}</head><body onload="window.__pwned='onload'"><h1>恶意网页</h1><p>第一条　这是恶意网页的正文。</p>${markup}${head}<p>第二条　恶意网页到此为止。</p></body></html>`,
    '恶意文本.txt': `恶意文本\n\n第一条　这是恶意文本的正文。\n\n${markup}\n`,
    '恶意图.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned='svg'"><script>window.__pwned='svg'</script></svg>`,
  }
}
