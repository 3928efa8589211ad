#pragma once

#include "service/effects/world.hpp"

// Text messages by a vendor's templates.
namespace vermilion::service::effects {

// Waiting in the outbox it is queued, while somebody carries it sending, and then accepted. One
// that may have been sent stays unknown: it is never sent again by itself, a person looks.
[[nodiscard]] Outcome<Carried> send_sms(const Task& task, World& world);

// The message of an effect: blanks by the names and in the order of the notice's text.
[[nodiscard]] Outcome<sms::Message> message_of(const workflow::Effect& effect,
                                               const Texting& texting);

}  // namespace vermilion::service::effects
