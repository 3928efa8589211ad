#pragma once

#include "service/http/message.hpp"
#include "service/simulator/partners.hpp"

#include <optional>
#include <string>
#include <string_view>

// The page where a person plays everybody outside: plain HTML made here, no script. Chinese first.
namespace vermilion::service::simulator {

// What was just done, "" at first, stands on top of the lists.
[[nodiscard]] std::string page_of(const Book& book, const Mischief& mischief,
                                  std::string_view done);

// A button pressed: the form it sent to /do. Gives what to say about it, nothing when there is no
// such button.
[[nodiscard]] std::optional<std::string> press(std::string_view form, Partners& partners);

}  // namespace vermilion::service::simulator
