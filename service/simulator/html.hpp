#pragma once

#include "service/http/message.hpp"

#include <string>
#include <string_view>

// What the pages of everybody outside are put together from: plain HTML, no script. Chinese first.
namespace vermilion::service::simulator {

[[nodiscard]] std::string escaped(std::string_view text);

// A button that sends act, key and of to `/do`; the main one of its row is filled.
[[nodiscard]] std::string button(std::string_view act, std::string_view key, std::string_view other,
                                 std::string_view label, bool main = false);

// A table under its title, or `none` where it has no rows.
[[nodiscard]] std::string section(std::string_view title, std::string_view english,
                                  std::string_view head, const std::string& rows,
                                  std::string_view none);

// The whole page. `note` is HTML; `done` says what was just done, "" at first.
[[nodiscard]] std::string html_page(std::string_view title, std::string_view english,
                                    std::string_view note, std::string_view done,
                                    std::string_view body);

// As it is sent: kept by nobody, nothing runs in it.
[[nodiscard]] http::Answer html(std::string page);

}  // namespace vermilion::service::simulator
