#pragma once

#include "workflow/order.hpp"

// Payments, refunds, invoices. Each takes one kind of event into the order.
namespace vermilion::workflow::folds {

void payment_opened(Order& order, const Event& event);
void payment_closed(Order& order, const Event& event);
void payment_settled(Order& order, const Event& event);
void payment_held(Order& order, const Event& event);
void surplus_paid(Order& order, const Event& event);
void held_payment_returned(Order& order, const Event& event);
void refund_asked(Order& order, const Event& event);
void refund_letter_attached(Order& order, const Event& event);
void refund_withdrawn(Order& order, const Event& event);
void refund_refused(Order& order, const Event& event);
void refund_approved(Order& order, const Event& event);
void refund_arrived(Order& order, const Event& event);
void refund_failed(Order& order, const Event& event);
void refund_retried(Order& order, const Event& event);
void invoice_data_given(Order& order, const Event& event);
void invoice_issued(Order& order, const Event& event);

}  // namespace vermilion::workflow::folds
