#include "service/commands/samples.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "samples/defects.hpp"
#include "samples/documents/catalogue.hpp"
#include "samples/series.hpp"
#include "samples/form_faults.hpp"
#include "samples/shipped.hpp"
#include "service/cases/form_series.hpp"
#include "service/cases/printed_form.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/project_rules.hpp"
#include "service/commands/rule_set.hpp"
#include "service/commands/rules_folder.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace vermilion::service::commands {
namespace {

namespace drawn = vermilion::samples;
using cli::Console;
using cli::ExitCode;

// A million A4 pages are half a terabyte; more is a slip of the finger.
constexpr int kCountMax = 1'000'000;

// Below 50 dpi nothing on a page can be read, above 600 no scanner of an office goes.
constexpr int kDpiMin = 50;
constexpr int kDpiMax = 600;

constexpr const char* kExamples = R"(Examples:
  vermilion samples make --out drawn --count 20
  vermilion samples make --out drawn --document business_licence_2019 --defect seal_faded
  vermilion samples make --out drawn --count 1000 --seed 7 --mixed 3 --dpi 150
  vermilion samples make --out drawn --count 20 --composition two_on_one --frame screenshot
  vermilion samples make --out drawn --project yingtan_sunshine --form seal_sheet --count 20 \
      --defect form_seal_wrong_box
)";

struct Options {
  std::string out;
  int count = 1;
  std::uint64_t seed = 1;
  std::vector<std::string> documents;
  std::vector<std::string> defects;
  int mixed = 0;
  int dpi = 200;
  std::string composition = "alone";
  std::string frame = "none";
  std::string project;
  std::string form;
  std::string rules;
  bool shipped = false;
};

std::string help_on_documents() {
  std::string help = "What to draw; any of them unless said, may be given again:";
  for (const auto& document : drawn::documents::catalogue()) {
    const bool lookalike = document.is(drawn::documents::kLookalike);
    help += fmt::format("\n  {:<24}{}", document.name(),
                        lookalike ? "no seal and no code may be found" : document.title);
  }
  return help;
}

std::string help_on_defects() {
  std::string help = "What shall be wrong with it; nothing unless said, may be given again:";
  for (const auto& defect : drawn::defects()) {
    help += fmt::format("\n  {:<24}{}", defect.id, defect.summary);
  }
  for (const auto& fault : drawn::form_faults()) {
    help += fmt::format("\n  {:<24}of a form: {}", fault.id, fault.what);
  }
  for (const std::string_view fault : cases::print_faults()) {
    help += fmt::format("\n  {:<24}of a form: what its print says", fault);
  }
  return help;
}

std::vector<std::string> document_names() {
  std::vector<std::string> names;
  for (const auto& document : drawn::documents::catalogue()) names.push_back(document.name());
  return names;
}

std::vector<std::string> defect_ids() {
  std::vector<std::string> ids;
  for (const auto& defect : drawn::defects()) ids.emplace_back(defect.id);
  for (const auto& fault : drawn::form_faults()) ids.emplace_back(fault.id);
  for (const std::string_view fault : cases::print_faults()) ids.emplace_back(fault);
  return ids;
}

void declare(CLI::App& app, Options& options) {
  app.add_option("--out", options.out, "Folder to write pictures and truths to")
      ->required()
      ->type_name("DIR");
  app.add_option("--count", options.count, "How many (1 unless said)")
      ->check(cli::between(1, kCountMax))
      ->type_name("N");
  app.add_option("--seed", options.seed, "The same seed draws the same again (1 unless said)")
      ->check(CLI::Validator(CLI::NonNegativeNumber).description(""))  // -1 would wrap around
      ->type_name("S");
  app.add_option("--document", options.documents, help_on_documents())
      ->check(cli::one_of(document_names()))
      ->type_name("D");
  app.add_option("--defect", options.defects, help_on_defects())
      ->check(cli::one_of(defect_ids()))
      ->type_name("X");
  app.add_option("--mixed", options.mixed, "Up to so many further defects, drawn at random")
      ->check(cli::between(0, drawn::defects().size()))
      ->type_name("N");
  app.add_option("--dpi", options.dpi, "Resolution, 50 to 600 (200 unless said)")
      ->check(cli::between(kDpiMin, kDpiMax))
      ->type_name("N");
  app.add_option("--composition", options.composition,
                 "alone (unless said), or two_on_one: a second document in the same picture")
      ->check(cli::one_of({"alone", "two_on_one"}))
      ->type_name("C");
  app.add_option("--frame", options.frame,
                 "none (unless said), or screenshot: the bars and margins of a viewer around it")
      ->check(cli::one_of({"none", "screenshot"}))
      ->type_name("F");
  CLI::Option* const form = app.add_option(
      "--form", options.form,
      "Instead of a document the form of this name, printed for orders that do not exist, filled "
      "in, stamped and scanned; with the order to hold it against");
  form->type_name("D");
  app.add_option("--project", options.project, "Whose form")->needs(form)->type_name("P");
  app.add_option("--rules", options.rules, "Folder of the rules, for forms")
      ->envname("VERMILION_RULES")
      ->type_name("DIR");
  app.add_flag("--shipped", options.shipped, "The set that lies beside the program instead");
  app.footer(kExamples);
}

// The names were checked when they were typed.
drawn::Wishes wishes_of(const Options& options) {
  drawn::Wishes wishes{.further_defects_max = options.mixed, .dpi = options.dpi};
  if (options.composition == "two_on_one") wishes.composition = drawn::Composition::TwoOnOne;
  if (options.frame == "screenshot") wishes.frame = drawn::Frame::Screenshot;
  for (const auto& name : options.documents) {
    wishes.documents.push_back(drawn::documents::document_named(name).value());
  }
  for (const auto& id : options.defects) {
    wishes.defects.push_back(drawn::defect_named(id).value());
  }
  return wishes;
}

bool is_of_forms_alone(const std::string& defect) {
  return !drawn::defect_named(defect);
}

// The project with a slot that has the form: refunds and checklists are uploaded nowhere.
tl::expected<rules::Project, std::string> project_with(const Options& options) {
  const auto folder =
      options.rules.empty() ? rules_folder() : std::filesystem::path(options.rules);
  const auto checks = pipeline::check_descriptions();
  auto project = project_rules(folder, options.project, checks, rules::Language::English);
  if (!project || rules::find_slot(*project, options.form) != nullptr) return project;
  auto type = document_rules(folder, options.form, checks, rules::Language::English);
  if (!type) return tl::make_unexpected(type.error());
  project->slots.push_back({.id = type->id, .name = type->name, .alternatives = {*type}});
  return project;
}

tl::expected<void, std::string> make_forms(const Options& options) {
  if (options.project.empty()) {
    return tl::make_unexpected("--form needs --project, which says how it is printed");
  }
  if (!options.documents.empty() || options.mixed > 0 || options.composition != "alone" ||
      options.frame != "none") {
    return tl::make_unexpected(
        "--form goes with --count, --seed, --dpi and --defect, and nothing else that is drawn");
  }
  const auto project = project_with(options);
  if (!project) return tl::make_unexpected(project.error());
  return cases::write_forms({.project = &*project,
                             .slot = options.form,
                             .defects = options.defects,
                             .count = options.count,
                             .seed = options.seed,
                             .dpi = options.dpi},
                            options.out);
}

ExitCode complain(Console& console, std::string_view complaint, ExitCode code) {
  console.err << fmt::format("vermilion samples make: {}\n", complaint);
  return code;
}

ExitCode make(const Options& options, Console& console) {
  if (!options.form.empty()) {
    const auto written = make_forms(options);
    return written ? ExitCode::Accepted : complain(console, written.error(), ExitCode::WrongUse);
  }
  const auto of_form = std::ranges::find_if(options.defects, is_of_forms_alone);
  if (of_form != options.defects.end()) {
    return complain(console, fmt::format("{} is a defect of forms; name one with --form", *of_form),
                    ExitCode::WrongUse);
  }
  const drawn::Wishes wishes = wishes_of(options);
  if (const auto why = drawn::conflict(wishes); !why.empty()) {
    return complain(console, why, ExitCode::WrongUse);
  }
  std::error_code error;
  std::filesystem::create_directories(options.out, error);
  if (error) {
    return complain(console, fmt::format("{}: {}", options.out, error.message()),
                    ExitCode::WrongUse);
  }
  const auto written = options.shipped
                           ? drawn::write_shipped(options.out)
                           : drawn::write_series(options.out, options.count, options.seed, wishes);
  return written ? ExitCode::Accepted
                 : complain(console, written.error().detail, ExitCode::OurFault);
}

}  // namespace

cli::Action samples(CLI::App& app, Console& console) {
  app.require_subcommand(1);
  CLI::App* const make_app = app.add_subcommand("make", "Draw samples, each with its truth");
  const auto options = std::make_shared<Options>();
  declare(*make_app, *options);
  return [options, &console] { return make(*options, console); };
}

}  // namespace vermilion::service::commands
