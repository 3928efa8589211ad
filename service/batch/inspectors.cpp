#include "service/batch/inspectors.hpp"

#include <utility>

namespace vermilion::service::batch {

pipeline::Report Inspectors::inspect(std::span<const std::byte> bytes, std::string_view file) {
  Inspect inspect = take();
  pipeline::Report report = inspect(bytes, file);
  give(std::move(inspect));
  return report;
}

void Inspectors::give(Inspect inspect) {
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(inspect));
}

Inspect Inspectors::take() {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      Inspect inspect = std::move(idle_.back());
      idle_.pop_back();
      return inspect;
    }
  }
  return make_();  // outside the lock: it may read models for a while
}

}  // namespace vermilion::service::batch
