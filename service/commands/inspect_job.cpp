#include "service/commands/inspect_job.hpp"

#include "rules/order_facts.hpp"
#include "rules/project_plan.hpp"
#include "service/batch/contents.hpp"
#include "service/commands/models_folder.hpp"
#include "service/commands/project_rules.hpp"
#include "service/commands/rules_folder.hpp"
#include "service/inspection/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;

// An order is a dozen short texts; a list has a line each for a hundred thousand scans.
constexpr std::size_t kOrderBytes = 65'536;
constexpr std::size_t kListBytes = 33'554'432;

rules::Language language_of(const InspectOptions& options) {
  return options.language == "en" ? rules::Language::English : rules::Language::Chinese;
}

template <class T>
using Prepared = tl::expected<T, Refusal>;

tl::unexpected<Refusal> wrong_use(std::string complaint) {
  return tl::make_unexpected(Refusal{ExitCode::WrongUse, std::move(complaint)});
}

Prepared<std::string> text_in(const std::string& file, std::size_t limit, const Console& console) {
  const auto contents = file == batch::kStandardInput ? batch::read_stream(console.in, limit + 1)
                                                      : batch::read_file(file, limit + 1);
  if (!contents) return wrong_use(fmt::format("{}: {}", file, contents.error()));
  if (contents->reached_cap) return wrong_use(fmt::format("{}: over {} bytes", file, limit));
  const auto& bytes = contents->bytes;
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Prepared<std::vector<batch::Input>> inputs_of(const InspectOptions& options,
                                              const Console& console) {
  std::vector<std::string> names = options.files;
  auto readers_of_stdin = std::ranges::count(names, batch::kStandardInput);
  if (!options.files_from.empty()) {
    const auto list = text_in(options.files_from, kListBytes, console);
    if (!list) return tl::make_unexpected(list.error());
    const auto listed = batch::names_in(*list);
    names.insert(names.end(), listed.begin(), listed.end());
    readers_of_stdin = std::ranges::count(names, batch::kStandardInput) +
                       (options.files_from == batch::kStandardInput ? 1 : 0);
  }
  readers_of_stdin += options.order == batch::kStandardInput ? 1 : 0;
  if (readers_of_stdin > 1) return wrong_use("standard input can be read only once");
  auto inputs = batch::gather(names);
  if (inputs.empty()) return wrong_use("nothing to inspect; name scans, directories or -");
  return inputs;
}

Prepared<rules::OrderFacts> order_of(const InspectOptions& options, const Console& console) {
  if (options.order.empty()) return rules::OrderFacts{};
  const auto json = text_in(options.order, kOrderBytes, console);
  if (!json) return tl::make_unexpected(json.error());
  auto facts = rules::parse_order_facts(*json);
  if (!facts) return wrong_use(fmt::format("{}: {}", options.order, facts.error().detail));
  return std::move(*facts);
}

// None where none are named: then nobody holds forms against the order.
Prepared<std::vector<rules::forms::Key>> form_keys_of(const InspectOptions& options,
                                                      const Console& console) {
  if (options.form_keys.empty()) return std::vector<rules::forms::Key>{};
  if (options.project.empty()) return wrong_use("--form-keys needs a --project");
  const auto text = text_in(options.form_keys, kOrderBytes, console);
  if (!text) return tl::make_unexpected(text.error());
  auto keys = rules::forms::parse_keys(*text);
  if (!keys) return wrong_use(fmt::format("{}: {}", options.form_keys, keys.error().detail));
  return std::move(*keys);
}

using inspection::Terms;

Prepared<Terms> project_terms(const InspectOptions& options, const Pipeline& pipeline,
                              const rules::OrderFacts& order,
                              std::vector<rules::forms::Key> form_keys) {
  const std::filesystem::path folder =
      options.rules.empty() ? rules_folder() : std::filesystem::path(options.rules);
  auto project = project_rules(folder, options.project, pipeline.checks, language_of(options));
  if (!project) return wrong_use(std::move(project.error()));
  if (const auto fits = rules::serves(*project, order); !fits) {
    return wrong_use(fmt::format("{}: {}", options.order, fits.error().detail));
  }
  auto terms = inspection::project_terms(
      std::make_shared<const rules::Project>(std::move(*project)), options.document, order,
      std::move(form_keys));
  if (!terms) return wrong_use(std::move(terms.error()));
  return std::move(*terms);
}

Prepared<Terms> general_terms(const InspectOptions& options, const Pipeline& pipeline,
                              const rules::OrderFacts& order) {
  auto terms = inspection::general_terms(options.document, order, pipeline.checks);
  if (!terms) return wrong_use(std::move(terms.error()));
  return std::move(*terms);
}

Prepared<Terms> terms_of(const InspectOptions& options, const Pipeline& pipeline,
                         const rules::OrderFacts& order, std::vector<rules::forms::Key> form_keys) {
  auto terms = options.project.empty()
                   ? general_terms(options, pipeline, order)
                   : project_terms(options, pipeline, order, std::move(form_keys));
  if (!terms) return terms;
  if (options.max_bytes) terms->plan.max_bytes = *options.max_bytes;
  return terms;
}

// Models that are missing or damaged are named wrongly; a reader that does not start is ours to
// mend.
ExitCode exit_code(pipeline::ErrorKind kind) {
  switch (kind) {
    case pipeline::ErrorKind::ModelMissing:
    case pipeline::ErrorKind::ModelDamaged:
      return ExitCode::WrongUse;
    case pipeline::ErrorKind::ReaderFailed:
      return ExitCode::OurFault;
  }
  return ExitCode::OurFault;
}

Prepared<std::unique_ptr<batch::Inspectors>> isolated_inspectors(
    const InspectOptions& options, const Pipeline& pipeline, const pipeline::Plan& plan,
    const std::filesystem::path& models) {
  auto inspect = pipeline.make_isolated_inspect(models, static_cast<unsigned>(options.jobs));
  if (!inspect) {
    return tl::make_unexpected(Refusal{ExitCode::OurFault, std::move(inspect.error())});
  }
  return std::make_unique<batch::Inspectors>([inspect = std::move(*inspect), plan] {
    return [inspect, plan](std::span<const std::byte> bytes, std::string_view file) {
      return inspect(bytes, file, plan);
    };
  });
}

// The first inspector is made before a scan is read: what is wrong with the models is said once,
// not once a scan.
Prepared<std::unique_ptr<batch::Inspectors>> inspectors_of(const InspectOptions& options,
                                                           const Pipeline& pipeline,
                                                           const pipeline::Plan& plan) {
  const std::filesystem::path models =
      options.models.empty() ? models_folder() : std::filesystem::path(options.models);
  if (options.isolated) return isolated_inspectors(options, pipeline, plan, models);
  const auto make = [make_inspect = pipeline.make_inspect, models, plan] {
    return make_inspect(models, plan);
  };
  auto first = make();
  if (!first) {
    return tl::make_unexpected(Refusal{exit_code(first.error().kind), first.error().detail});
  }
  auto inspectors = std::make_unique<batch::Inspectors>([make] {
    auto another = make();
    if (!another) throw std::runtime_error(another.error().detail);
    return std::move(*another);
  });
  inspectors->give(std::move(*first));
  return inspectors;
}

Prepared<void> make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return wrong_use(fmt::format("{}: {}", folder.string(), error.message()));
  return {};
}

}  // namespace

Prepared<InspectJob> prepare(const InspectOptions& options, const Pipeline& pipeline,
                             const Console& console) {
  auto order = order_of(options, console);
  if (!order) return tl::make_unexpected(order.error());
  auto inputs = inputs_of(options, console);
  if (!inputs) return tl::make_unexpected(inputs.error());
  auto keys = form_keys_of(options, console);
  if (!keys) return tl::make_unexpected(keys.error());
  auto terms = terms_of(options, pipeline, *order, std::move(*keys));
  if (!terms) return tl::make_unexpected(terms.error());
  const pipeline::Plan& plan = terms->plan;
  auto inspectors = inspectors_of(options, pipeline, plan);
  if (!inspectors) return tl::make_unexpected(inspectors.error());

  InspectJob job{.inputs = std::move(*inputs),
                 .terms = {.judge = std::move(terms->judge),
                           .max_bytes = plan.max_bytes,
                           .standard_input = console.in},
                 .inspectors = std::move(*inspectors),
                 .language = language_of(options)};
  if (options.overlay.empty()) return job;

  if (const auto made = make_folder(options.overlay); !made) {
    return tl::make_unexpected(made.error());
  }
  batch::plan_overlays(job.inputs, options.overlay);
  job.terms.draw_overlay = pipeline.make_draw_overlay(plan, job.language);
  return job;
}

}  // namespace vermilion::service::commands
