#include "service/cli/exit_code.hpp"

#include <fmt/format.h>

#include <array>

namespace vermilion::service::cli {
namespace {

constexpr std::array kMeanings{
    ExitCodeMeaning{ExitCode::Accepted, "everything accepted"},
    ExitCodeMeaning{ExitCode::Defects, "defects found, or a person must look"},
    ExitCodeMeaning{ExitCode::WrongUse, "wrong use: options, order or models"},
    ExitCodeMeaning{ExitCode::Unreadable, "some input could not be read"},
    ExitCodeMeaning{ExitCode::OurFault,
                    "our fault: a scan made the program fail, or results were lost"},
    ExitCodeMeaning{ExitCode::Interrupted, "interrupted"},
};

int gravity(ExitCode code) {
  switch (code) {
    case ExitCode::Accepted:
      return 0;
    case ExitCode::Defects:
      return 1;
    case ExitCode::Unreadable:
      return 2;
    case ExitCode::WrongUse:
      return 3;
    case ExitCode::OurFault:
      return 4;
    case ExitCode::Interrupted:
      return 5;
  }
  return 5;
}

}  // namespace

std::span<const ExitCodeMeaning> exit_codes() {
  return kMeanings;
}

ExitCode graver(ExitCode a, ExitCode b) {
  return gravity(a) < gravity(b) ? b : a;
}

std::string exit_code_table() {
  std::string table = "Exit codes:\n";
  for (const auto& row : kMeanings) {
    table += fmt::format("  {:>3}  {}\n", static_cast<int>(row.code), row.meaning);
  }
  return table;
}

}  // namespace vermilion::service::cli
