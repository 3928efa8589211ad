#pragma once

#include "pipeline/report.hpp"
#include "rules/judge.hpp"
#include "service/cli/exit_code.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

// What came of one input of a batch.
namespace vermilion::service::batch {

struct Reviewed {
  pipeline::Report report;
  rules::Judgement judgement;
};

// Why there is no report. What is wrong with a scan is a finding, not a failure.
struct Failure {
  enum class Cause : std::uint8_t {
    Unreadable,  // the file is missing, or may not be read
    OurFault,    // the program failed on it
  };
  Cause cause;
  std::string detail;  // one sentence for a person
};

// "input" or "internal", as the output formats write it.
std::string_view name(Failure::Cause cause);

struct Outcome {
  std::string file;  // as the caller named it
  tl::expected<Reviewed, Failure> result;
  std::string overlay = {};            // where it was drawn; empty: nowhere
  std::string overlay_complaint = {};  // why it could not be drawn where it was wanted
};

[[nodiscard]] cli::ExitCode exit_code(const Outcome& outcome);

}  // namespace vermilion::service::batch
