export function LibraryPage() {
  return <h1>library</h1>
}
