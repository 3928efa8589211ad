import { sending } from '@/api/sending'
import type { Command } from '@/api/orders'
import { theOrder } from './open'

// One button of an order's page: says its command, is busy meanwhile, keeps what came of it.
export function saying(command: Command) {
  const { say } = theOrder()
  const { busy, problem, wrong, send } = sending()

  async function now(body?: unknown): Promise<boolean> {
    const done = await send(body, async (key) => {
      const trouble = await say(command, body, key)
      return trouble ? { ok: false, problem: trouble } : { ok: true, value: true, etag: null }
    })
    return done === true
  }
  return { busy, problem, wrong, now }
}
