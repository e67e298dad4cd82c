export function ComparePage() {
  return <h1>比较</h1>
}
