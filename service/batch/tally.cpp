#include "service/batch/tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vermilion::service::batch {
namespace {

using Seconds = std::chrono::duration<double>;

// A batch may be over before the clock has moved.
double per_second(std::size_t count, Seconds elapsed) {
  return static_cast<double>(count) / std::max(elapsed.count(), 1e-6);
}

std::string clock_text(double seconds) {
  const auto whole = std::llround(seconds);
  if (whole >= 3600) return fmt::format("{}h{:02}m", whole / 3600, whole / 60 % 60);
  if (whole >= 60) return fmt::format("{}m{:02}s", whole / 60, whole % 60);
  return fmt::format("{}s", whole);
}

}  // namespace

void Tally::count(const Outcome& outcome) {
  if (!outcome.result) {
    ++(outcome.result.error().cause == Failure::Cause::OurFault ? failed : unreadable);
    return;
  }
  switch (outcome.result->judgement.verdict) {
    case rules::Verdict::Accept:
      ++accepted;
      break;
    case rules::Verdict::Refer:
      ++referred;
      break;
    case rules::Verdict::Reject:
      ++rejected;
      break;
    case rules::Verdict::Unreadable:
      ++unreadable;
      break;
  }
}

std::string summary(const Tally& tally, Seconds elapsed, rules::Language language) {
  const auto text = language == rules::Language::Chinese
                        ? "共 {} 份：接受 {}，需人工 {}，退回 {}，无法读取 {}，程序出错 {}；"
                          "用时 {:.2f} 秒，每秒 {:.1f} 份"
                        : "{} scans: {} accepted, {} for a person, {} rejected, {} unreadable, "
                          "{} failed; {:.2f} s, {:.1f} scans/s";
  return fmt::format(fmt::runtime(text), tally.total(), tally.accepted, tally.referred,
                     tally.rejected, tally.unreadable, tally.failed, elapsed.count(),
                     per_second(tally.total(), elapsed));
}

std::string progress_line(const Tally& tally, std::size_t inputs, Seconds elapsed) {
  const std::size_t done = tally.total();
  const double rate = per_second(done, elapsed);
  const std::string left = done == 0 ? "-" : clock_text(static_cast<double>(inputs - done) / rate);
  return fmt::format("[{}/{}] {:.1f} scans/s, {} left, {} with defects", done, inputs, rate, left,
                     tally.with_defects());
}

}  // namespace vermilion::service::batch
