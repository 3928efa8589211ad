#pragma once

#include "pipeline/plan.hpp"

#include <string>
#include <string_view>

namespace vermilion::service::workers {

// What a worker is asked to look at, and for; the scan itself lies beside it.
struct Task {
  std::string file;  // as the caller named it
  pipeline::Plan plan;
};

[[nodiscard]] std::string task_text(const Task& task);

// What task_text() wrote; throws where it was not.
[[nodiscard]] Task task_of(std::string_view text);

}  // namespace vermilion::service::workers
