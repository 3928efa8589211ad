// What happens to an order while its page is open. The browser connects again by itself; after each gap, and where
// streams do not pass (some proxies), the page asks anew.
export interface OrderEvents {
  report: (told: { slot: string; sha256: string; verdict: string }) => void
  order: (told: { version: number }) => void
  again: () => void
}

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
  return () => source.close()
}
