export function ItemPage() {
  return <h1>阅读</h1>
}
