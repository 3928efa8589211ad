#include "service/cases/trial.hpp"

#include "samples/make.hpp"
#include "samples/series.hpp"
#include "service/batch/in_order.hpp"
#include "service/cases/recipe.hpp"

#include <fmt/format.h>

#include <exception>
#include <optional>
#include <utility>

namespace vermilion::service::cases {
namespace {

pipeline::Report report_of(const Listed& listed, const rules::CaseDocument& document,
                           Inspectors& inspectors) {
  const samples::Sample sample = samples::make(recipe_of(document.sample).value());
  const pipeline::Plan plan = plan_of(*listed.project, *listed.each, document);
  return inspectors.lend([&](const InspectByPlan& inspect) {
    return inspect(sample.bytes, document.slot + "." + sample.extension, plan);
  });
}

}  // namespace

Outcome try_case(const Listed& listed, Inspectors& inspectors) {
  try {
    std::vector<pipeline::Report> reports;
    for (const auto& document : listed.each->documents) {
      reports.push_back(report_of(listed, document, inspectors));
    }
    rules::CaseJudgement judgement = judge_case(*listed.project, *listed.each, reports);
    rules::CaseDifference difference = rules::difference(*listed.each, judgement);
    return Trial{std::move(judgement), std::move(difference)};
  } catch (const std::exception& error) {
    return tl::make_unexpected(std::string(error.what()));
  }
}

tl::expected<void, std::string> draw(const Listed& listed, const std::filesystem::path& folder) {
  std::vector<samples::NamedRecipe> recipes;
  for (const auto& document : listed.each->documents) {
    const std::string stem =
        fmt::format("{}_{}_{}", listed.project->id, listed.line, document.slot);
    recipes.push_back({stem, recipe_of(document.sample).value()});
  }
  const auto written = samples::write_all(folder, recipes);
  if (!written) return tl::make_unexpected(written.error().detail);
  return {};
}

void try_cases(std::span<const Listed> list, int jobs, Inspectors& inspectors,
               const std::function<void(const Listed&, const Outcome&)>& deliver,
               const std::function<bool()>& stop) {
  std::vector<std::optional<Outcome>> outcomes(batch::places(jobs));
  const auto place_of = [&](std::size_t i) -> auto& {
    return outcomes[i % outcomes.size()];
  };
  batch::in_order(
      list.size(), jobs, [&](std::size_t i) { place_of(i).emplace(try_case(list[i], inspectors)); },
      [&](std::size_t i) {
        deliver(list[i], *place_of(i));
        place_of(i).reset();
      },
      stop);
}

}  // namespace vermilion::service::cases
