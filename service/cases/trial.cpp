#include "service/cases/trial.hpp"

#include "rules/forms/drawing/facsimiles.hpp"
#include "samples/make.hpp"
#include "samples/series.hpp"
#include "service/batch/in_order.hpp"
#include "service/cases/printed_form.hpp"
#include "service/cases/recipe.hpp"

#include <fmt/format.h>

#include <array>
#include <exception>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace vermilion::service::cases {
namespace {

Drawn file_of(const rules::Project& project, const rules::Case& each,
              const rules::CaseDocument& document) {
  if (is_form(document)) {
    samples::FormSample form = form_sample(project, each, document);
    return {std::move(form.bytes), std::move(form.extension)};
  }
  samples::Sample sample = samples::make(recipe_of(document.sample).value());
  return {std::move(sample.bytes), std::move(sample.extension)};
}

pipeline::Report report_of(const rules::Project& project, const rules::Case& each,
                           const rules::CaseDocument& document, Inspectors& inspectors) {
  const Drawn file = file_of(project, each, document);
  pipeline::Plan plan = plan_of(project, each, document);
  if (const auto added = rules::forms::drawing::add_facsimiles(plan); !added) {
    throw std::runtime_error(added.error().detail);
  }
  return inspectors.lend([&](const InspectByPlan& inspect) {
    return inspect(file.bytes, document.slot + "." + file.extension, plan);
  });
}

tl::expected<void, std::string> write(const std::filesystem::path& path, const Drawn& file) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(file.bytes.data()),
            static_cast<std::streamsize>(file.bytes.size()));
  out.close();
  if (out) return {};
  return tl::make_unexpected(fmt::format("{}: cannot be written", path.string()));
}

}  // namespace

Outcome try_case(const Listed& listed, Inspectors& inspectors) {
  try {
    const rules::Case each = completed(*listed.each);
    std::vector<pipeline::Report> reports;
    for (const auto& document : each.documents) {
      reports.push_back(report_of(*listed.project, each, document, inspectors));
    }
    const std::array keys{form_key()};
    rules::CaseJudgement judgement = judge_case(*listed.project, each, reports, keys);
    rules::CaseDifference difference = rules::difference(each, judgement);
    return Trial{std::move(judgement), std::move(difference)};
  } catch (const std::exception& error) {
    return tl::make_unexpected(std::string(error.what()));
  }
}

tl::expected<Drawn, std::string> drawn(const Listed& listed, std::string_view slot) try {
  const rules::Case each = completed(*listed.each);
  for (const auto& document : each.documents) {
    if (slot.empty() || document.slot == slot) return file_of(*listed.project, each, document);
  }
  return tl::make_unexpected(fmt::format("the case hands nothing in for \"{}\"", slot));
} catch (const std::exception& error) {
  return tl::make_unexpected(std::string(error.what()));
}

tl::expected<void, std::string> draw(const Listed& listed, const std::filesystem::path& folder) {
  std::vector<samples::NamedRecipe> recipes;
  const rules::Case each = completed(*listed.each);
  for (const auto& document : each.documents) {
    const std::string stem =
        fmt::format("{}_{}_{}", listed.project->id, listed.line, document.slot);
    if (is_form(document)) {
      const Drawn file = file_of(*listed.project, each, document);
      std::error_code error;
      std::filesystem::create_directories(folder, error);
      const auto done = write(folder / (stem + "." + file.extension), file);
      if (!done) return done;
      continue;
    }
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
