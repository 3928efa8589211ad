#pragma once

#include "rules/forms/signature.hpp"
#include "service/store/orders/saying.hpp"
#include "workflow/order.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// One beep: what the scanner in the post room read, and the order it belongs to.
namespace vermilion::service::post_room {

enum class Answer : std::uint8_t {
  Expected,    // its paper is due
  Supplement,  // a seal impression is due
  Early,       // not due yet: the parcel is put aside
  Late,        // made, issued or void: nothing is due any more
  Stale,       // the form is of an older generation: void
  Forged,      // it says it is a form of ours, and is not signed by us
  Unknown,     // no order of this number, no code of ours
};
[[nodiscard]] std::string_view name_of(Answer answer);

struct Code {
  std::string order;
  // Of a form's QR code; absent where the number was typed or read from a label.
  std::optional<unsigned> generation = {};
  std::string document = {};  // type of form: "application_form"
  std::optional<bool> signed_by_us = {};
};

// The text of one of our QR codes, or a number as it is written on the sheet. Nothing: neither.
[[nodiscard]] std::optional<Code> code_of(std::string_view read,
                                          std::span<const rules::forms::Key> keys);

struct Found {
  Answer answer = Answer::Unknown;
  Code code;
  std::optional<workflow::Order> order;  // absent of what is unknown or forged
};

[[nodiscard]] Found find(const store::orders::Saying& saying, std::string_view read,
                         std::span<const rules::forms::Key> keys);

}  // namespace vermilion::service::post_room
