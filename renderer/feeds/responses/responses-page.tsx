export function ResponsesPage() {
  return null
}
