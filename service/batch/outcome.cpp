#include "service/batch/outcome.hpp"

namespace vermilion::service::batch {
namespace {

using cli::ExitCode;

ExitCode exit_code(rules::Verdict verdict) {
  switch (verdict) {
    case rules::Verdict::Accept:
      return ExitCode::Accepted;
    case rules::Verdict::Refer:
    case rules::Verdict::Reject:
      return ExitCode::Defects;
    case rules::Verdict::Unreadable:
      return ExitCode::Unreadable;
  }
  return ExitCode::OurFault;
}

ExitCode exit_code(Failure::Cause cause) {
  switch (cause) {
    case Failure::Cause::Unreadable:
      return ExitCode::Unreadable;
    case Failure::Cause::OurFault:
      return ExitCode::OurFault;
  }
  return ExitCode::OurFault;
}

}  // namespace

std::string_view name(Failure::Cause cause) {
  switch (cause) {
    case Failure::Cause::Unreadable:
      return "input";
    case Failure::Cause::OurFault:
      return "internal";
  }
  return {};
}

ExitCode exit_code(const Outcome& outcome) {
  if (!outcome.overlay_complaint.empty()) return ExitCode::OurFault;
  return outcome.result ? exit_code(outcome.result->judgement.verdict)
                        : exit_code(outcome.result.error().cause);
}

}  // namespace vermilion::service::batch
