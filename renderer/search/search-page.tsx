export function SearchPage() {
  return <h1>search</h1>
}
