#include "bench/speed/workers.hpp"

#include "bench/speed/cpu_clock.hpp"
#include "pipeline/checks/catalogue.hpp"
#include "rules/general.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace vermilion::speed {
namespace {

using Clock = std::chrono::steady_clock;

class Batch {
 public:
  Batch(std::span<pipeline::Inspector> workers, std::span<const Page* const> pages)
      : workers_(workers),
        pages_(pages),
        plan_(rules::general_plan(pipeline::check_descriptions())) {}

  void every_page_by_every_worker() {
    all_at_work([&](pipeline::Inspector& inspector) {
      for (const Page* page : pages_) inspect(inspector, *page);
    });
  }

  Throughput every_page_once() {
    std::atomic<std::size_t> next = 0;
    const double begun_ms = cpu_ms();
    const auto begun = Clock::now();
    all_at_work([&](pipeline::Inspector& inspector) {
      for (std::size_t i = next++; i < pages_.size(); i = next++) inspect(inspector, *pages_[i]);
    });
    const std::chrono::duration<double> elapsed = Clock::now() - begun;
    const auto scans = static_cast<double>(pages_.size());
    return {scans / elapsed.count(), (cpu_ms() - begun_ms) / scans};
  }

 private:
  void inspect(pipeline::Inspector& inspector, const Page& page) {
    if (!inspector.inspect(page.file, page.file_name, plan_).readable) refused_ = true;
  }

  template <class Work>
  void all_at_work(const Work& work) {
    std::vector<std::jthread> threads;
    for (pipeline::Inspector& inspector : workers_)
      threads.emplace_back([&work, &inspector] { work(inspector); });
    threads.clear();
    // A page that is refused costs next to nothing.
    if (refused_) throw std::runtime_error("a page is refused");
  }

  std::span<pipeline::Inspector> workers_;
  std::span<const Page* const> pages_;
  pipeline::Plan plan_;
  std::atomic<bool> refused_ = false;
};

}  // namespace

Throughput throughput_of(std::span<pipeline::Inspector> workers, std::span<const Page* const> pages,
                         int rounds) {
  assert(!workers.empty() && !pages.empty() && rounds > 0);
  Batch batch(workers, pages);
  batch.every_page_by_every_worker();
  Throughput best;
  for (int nth = 0; nth < rounds; ++nth) {
    const Throughput round = batch.every_page_once();
    if (round.scans_per_s > best.scans_per_s) best = round;
  }
  return best;
}

}  // namespace vermilion::speed
