#include "bench/speed/inspections.hpp"

#include "bench/speed/cpu_clock.hpp"
#include "bench/speed/statistics.hpp"
#include "bench/speed/turbojpeg.hpp"
#include "pipeline/checks/catalogue.hpp"
#include "rules/general.hpp"

#include <algorithm>
#include <utility>

namespace vermilion::speed {
namespace {

template <class Work>
double timed_ms(const Work& work) {
  const double begun = cpu_ms();
  work();
  return cpu_ms() - begun;
}

struct Round {
  double reference_ms = 0;
  double whole_ms = 0;
  pipeline::Report report;
};

PageCost least_of(const Page& page, std::vector<Round>& rounds) {
  Round& best = *std::ranges::min_element(rounds, {}, &Round::whole_ms);
  std::vector<double> reference_ms;
  for (const Round& round : rounds) reference_ms.push_back(round.reference_ms);
  const auto& code = best.report.facts.credit_code;
  return {.reference_ms = std::ranges::min(reference_ms),
          .reference_median_ms = median(reference_ms),
          .whole_ms = best.whole_ms,
          .stages = std::move(best.report.costs),
          .readable = best.report.readable,
          .code_read = code && code->value == page.code};
}

}  // namespace

double PageCost::stage_ms(std::string_view stage) const {
  const auto found = std::ranges::find(stages, stage, &pipeline::StageCost::stage);
  return found == stages.end() ? 0 : static_cast<double>(found->cpu_ns) * 1e-6;
}

bool PageCost::ran(std::string_view stage) const {
  return std::ranges::find(stages, stage, &pipeline::StageCost::stage) != stages.end();
}

std::vector<PageCost> measure(pipeline::Inspector& inspector, std::span<const Page> pages,
                              int rounds) {
  const pipeline::Plan plan = rules::general_plan(pipeline::check_descriptions());
  BgrDecoder reference;
  std::vector<std::vector<Round>> of_page(pages.size());
  // Round by round, not page by page: a burst of load then hits one round of many pages, not all
  // rounds of one.
  for (int nth = 0; nth < rounds; ++nth) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      Round round;
      round.reference_ms = timed_ms([&] { reference.decode(pages[i].baseline_jpeg); });
      round.whole_ms = timed_ms(
          [&] { round.report = inspector.inspect(pages[i].file, pages[i].file_name, plan); });
      of_page[i].push_back(std::move(round));
    }
  }
  std::vector<PageCost> costs;
  for (std::size_t i = 0; i < pages.size(); ++i) costs.push_back(least_of(pages[i], of_page[i]));
  return costs;
}

}  // namespace vermilion::speed
