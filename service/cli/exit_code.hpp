#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vermilion::service::cli {

// What the program tells the shell. Scripts rely on the numbers: none is ever given another
// meaning.
enum class ExitCode : std::uint8_t {
  Accepted = 0,
  Defects = 1,
  WrongUse = 2,
  Unreadable = 3,
  OurFault = 4,
  Interrupted = 130,  // 128 + SIGINT, as shells say it
};

struct ExitCodeMeaning {
  ExitCode code;
  std::string_view meaning;
};

// One row per code, by number.
std::span<const ExitCodeMeaning> exit_codes();

// Of two things that happened in one run, the one the shell is told:
// interrupted > our fault > wrong use > unreadable > defects > accepted.
[[nodiscard]] ExitCode graver(ExitCode a, ExitCode b);

// The table for --help.
[[nodiscard]] std::string exit_code_table();

}  // namespace vermilion::service::cli
