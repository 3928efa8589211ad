#include "service/cli/console.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace vermilion::service::cli {
namespace {

// Set and not empty, as no-color.org asks.
bool colour_is_unwanted() {
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return true;
  const char* term = std::getenv("TERM");
  return term != nullptr && std::string_view(term) == "dumb";
}

}  // namespace

Console standard_console() {
  return {.in = stdin,
          .out = std::cout,
          .err = std::cerr,
          .colour = isatty(STDOUT_FILENO) == 1 && !colour_is_unwanted(),
          .err_is_terminal = isatty(STDERR_FILENO) == 1};
}

}  // namespace vermilion::service::cli
