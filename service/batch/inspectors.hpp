#pragma once

#include "pipeline/report.hpp"
#include "service/batch/pool.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <utility>

namespace vermilion::service::batch {

// Looks at one scan: the pipeline's Inspector with its plan, or what a test puts in its place. Used
// by one thread at a time; may throw.
using Inspect =
    std::function<pipeline::Report(std::span<const std::byte> bytes, std::string_view file)>;

// Makes another one. Throws when it cannot.
using MakeInspect = std::function<Inspect()>;

// As many inspectors as there are scans being looked at in the same moment.
class Inspectors {
 public:
  explicit Inspectors(MakeInspect make) : pool_(std::move(make)) {}

  // An inspector that throws is thrown away, with whatever state the scan has left it in.
  [[nodiscard]] pipeline::Report inspect(std::span<const std::byte> bytes, std::string_view file) {
    return pool_.lend([&](const Inspect& inspect) { return inspect(bytes, file); });
  }

  // Adds one that is ready for work.
  void give(Inspect inspect) { pool_.give(std::move(inspect)); }

 private:
  Pool<Inspect> pool_;
};

}  // namespace vermilion::service::batch
