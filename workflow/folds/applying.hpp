#pragma once

#include "workflow/order.hpp"

// What applicants say, and what is seen of their scans. Each takes one kind of event into the
// order.
namespace vermilion::workflow::folds {

void begun(Order& order, const Event& event);
void form_filled(Order& order, const Event& event);
void recipient_changed(Order& order, const Event& event);
void delivery_chosen(Order& order, const Event& event);
void document_uploaded(Order& order, const Event& event);
void document_inspected(Order& order, const Event& event);
void verification_ended(Order& order, const Event& event);
void submitted(Order& order, const Event& event);
void voided(Order& order, const Event& event);

}  // namespace vermilion::workflow::folds
