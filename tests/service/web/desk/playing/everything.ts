import type { Role } from '@/desk/wire/account'
import type { Order } from '@/desk/wire/order'
import { orderRows } from './handling'
import { someOrders } from './orders'
import { oversight } from './oversight'
import { reviewing } from './review'
import { ruleRows } from './rules'
import { person, type Rows } from './server'

// All routes of the staff pages, played for one person.

export interface Everything {
  rows: Rows
  orders: Map<string, Order>
  who: { id: string; roles: Role[] }
}

export function everything(roles: Role[]): Everything {
  const who = { id: 'person-1', roles }
  const orders = someOrders()
  const rows: Rows = {
    ...reviewing().rows,
    ...orderRows(orders, () => who.id),
    ...ruleRows(() => who.id),
    ...oversight,
    'GET me': () => person(who.roles, who.id),
  }
  return { rows, orders, who }
}
