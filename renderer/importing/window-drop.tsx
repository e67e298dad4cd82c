export function WindowDrop() {
  return null
}
