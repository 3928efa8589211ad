#include "service/batch/progress.hpp"

#include <ostream>

namespace vermilion::service::batch {
namespace {

// Ten times a second is smooth to the eye and nothing beside an inspection.
constexpr std::chrono::milliseconds kRedrawAfter{100};

constexpr const char* kEraseLine = "\r\x1b[2K";

}  // namespace

void Progress::draw(const Tally& tally) {
  draw([&] { return progress_line(tally, inputs_, elapsed()); });
}

void Progress::draw(const std::function<std::string()>& line) {
  const auto now = Clock::now();
  if (!watched_ || now - drawn_ < kRedrawAfter) return;
  terminal_ << kEraseLine << line() << std::flush;
  drawn_ = now;
  visible_ = true;
}

void Progress::clear() {
  if (!visible_) return;
  terminal_ << kEraseLine << std::flush;
  visible_ = false;
}

}  // namespace vermilion::service::batch
