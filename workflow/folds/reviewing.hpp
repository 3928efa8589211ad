#pragma once

#include "workflow/order.hpp"

// Reviews, and what two persons agree on. Each takes one kind of event into the order.
namespace vermilion::workflow::folds {

void review_claimed(Order& order, const Event& event);
void review_left(Order& order, const Event& event);
void document_decided(Order& order, const Event& event);
void approved(Order& order, const Event& event);
void rejected(Order& order, const Event& event);
void second_person_asked(Order& order, const Event& event);
void second_person_confirmed(Order& order, const Event& event);
void question_withdrawn(Order& order, const Event& event);

}  // namespace vermilion::workflow::folds
