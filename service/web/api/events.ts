// What happens to an order while its page is open. The browser connects again by itself, and after each gap the page asks
// anew. Where no stream is to be had (a proxy in the way, too many open) it asks every other second instead.
export interface OrderEvents {
  report: (told: { slot: string; sha256: string; verdict: string }) => void
  order: (told: { version: number }) => void
  again: () => void
}

const kAsks_ms = 2000

export function follow(order: string, on: OrderEvents): () => void {
  const source = new EventSource(`/api/v1/orders/${encodeURIComponent(order)}/events`)
  let dropped = false
  source.addEventListener('report', (event) => on.report(JSON.parse((event as MessageEvent<string>).data)))
  source.addEventListener('order', (event) => on.order(JSON.parse((event as MessageEvent<string>).data)))
  source.onerror = () => (dropped = true)
  source.onopen = () => {
    if (dropped) on.again()
    dropped = false
  }
  const asking = setInterval(() => {
    if (source.readyState === EventSource.CLOSED && document.visibilityState === 'visible') on.again()
  }, kAsks_ms)
  return () => {
    clearInterval(asking)
    source.close()
  }
}
