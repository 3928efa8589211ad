#pragma once

#include "workflow/effect.hpp"
#include "workflow/event.hpp"
#include "workflow/organisation/organisation.hpp"
#include "workflow/organisation/transitions.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

// Events and effects as they are stored: JSON with the members in alphabetical order, so the same
// event is the same bytes. Names of members and values are for ever; what is new gets a new name
// and a default. What a newer program wrote and this one does not know is refused, not skipped.
namespace vermilion::service::store::record {

template <class T>
using Read = tl::expected<T, std::string>;  // or what is wrong with the text

// Empty when a text in it is no UTF-8: nobody could read it back.
[[nodiscard]] std::string text_of(const workflow::Event& event);
[[nodiscard]] std::string text_of(const workflow::organisation::Event& event);
[[nodiscard]] std::string text_of(const workflow::Effect& effect);
[[nodiscard]] std::string text_of(const workflow::organisation::Effect& effect);

[[nodiscard]] Read<workflow::Event> event_of(std::string_view text);
[[nodiscard]] Read<workflow::organisation::Event> organisation_event_of(std::string_view text);
[[nodiscard]] Read<workflow::Effect> effect_of(std::string_view text);
[[nodiscard]] Read<workflow::organisation::Effect> organisation_effect_of(std::string_view text);

}  // namespace vermilion::service::store::record
