import type { CommandName, Order } from '../wire/order'

// What ends the wait of an order where it is said at a desk, for oneself or for the applicant: that button leads the others.
// Where something else is waited for (a payment, the paper held against its list, a second person) no button leads.

const kEnds: Record<string, CommandName> = {
  mailed_originals: 'enter_courier_number',
  transport: 'note_parcel',
  quarantined_parcel: 'take_from_quarantine',
  paper_supplement: 'enter_courier_number',
  telephone: 'log_call',
  making: 'start_making',
  seal_contact: 'log_call',
  seal_impressions: 'enter_courier_number',
  seal_transport: 'note_parcel',
  seal_making: 'note_seal_made',
  courier: 'dispatch',
  collection: 'hand_over',
  held_payment: 'return_held_payment',
  refund_letter: 'attach_refund_letter',
  refund_decision: 'approve_refund',
  refund_repeat: 'retry_refund',
}

// Whoever was not told of the fault in the paper sends nothing.
const isTold = ({ calls, waiting }: Order): boolean =>
  calls.some((call) => call.reached && Date.parse(call.at) >= Date.parse(waiting.since))

export function awaitedIn(order: Order): CommandName | undefined {
  if (order.waiting.what === 'paper_supplement' && !isTold(order)) return 'log_call'
  return kEnds[order.waiting.what]
}

export const waitsForNobody = (order: Order): boolean => order.waiting.what.startsWith('nothing')
