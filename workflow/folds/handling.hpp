#pragma once

#include "workflow/order.hpp"

// Paper, making, handing out, renewing. Each takes one kind of event into the order.
namespace vermilion::workflow::folds {

void parcel_sent(Order& order, const Event& event);
void parcel_quarantined(Order& order, const Event& event);
void quarantine_lifted(Order& order, const Event& event);
void parcel_received(Order& order, const Event& event);
void paper_accepted(Order& order, const Event& event);
void paper_faulty(Order& order, const Event& event);
void call_logged(Order& order, const Event& event);
void making_started(Order& order, const Event& event);
void certificate_made(Order& order, const Event& event);
void certificate_revoked(Order& order, const Event& event);
void seal_fault_found(Order& order, const Event& event);
void supplement_sent(Order& order, const Event& event);
void supplement_received(Order& order, const Event& event);
void dispatched(Order& order, const Event& event);
void handed_over(Order& order, const Event& event);
void certificate_renewed(Order& order, const Event& event);

}  // namespace vermilion::workflow::folds
