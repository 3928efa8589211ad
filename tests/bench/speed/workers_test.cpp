#include "bench/speed/workers.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <utility>
#include <vector>

namespace vermilion::speed {
namespace {

std::vector<pipeline::Inspector> some_workers(int count) {
  std::vector<pipeline::Inspector> workers;
  for (int nth = 0; nth < count; ++nth) {
    auto made = pipeline::Inspector::create(std::filesystem::path(VERMILION_SOURCE_DIR) / "models");
    if (!made) throw std::runtime_error(made.error().detail);
    workers.push_back(std::move(*made));
  }
  return workers;
}

// A worker cannot be done sooner than its processor is.
TEST(Throughput, OneWorkerGetsThroughNoMoreThanItsCpuAllows) {
  const auto drawn = draw(categories().front(), 2);
  const std::vector<const Page*> pages{&drawn[0], &drawn[1], &drawn[0], &drawn[1]};
  auto workers = some_workers(1);
  const Throughput one = throughput_of(workers, pages, 2);
  EXPECT_GT(one.cpu_ms, 0);
  EXPECT_GT(one.scans_per_s, 0);
  EXPECT_LT(one.scans_per_s * one.cpu_ms / 1000, 1.1);
}

// Every page once, whoever takes it: were each worker to look at all, a scan would cost thrice.
TEST(Throughput, WorkersShareThePages) {
  const auto drawn = draw(categories().front(), 3);
  const std::vector<const Page*> pages{&drawn[0], &drawn[1], &drawn[2]};
  auto workers = some_workers(3);
  const Throughput one = throughput_of(std::span(workers).first(1), pages, 3);
  const Throughput three = throughput_of(workers, pages, 3);
  EXPECT_GT(three.scans_per_s, 0);
  EXPECT_LT(three.cpu_ms, 2 * one.cpu_ms);
}

}  // namespace
}  // namespace vermilion::speed
