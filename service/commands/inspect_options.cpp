#include "service/commands/inspect_options.hpp"

#include "rules/general.hpp"
#include "rules/order_facts.hpp"
#include "service/cli/choice.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/jobs.hpp"
#include "service/output/output.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vermilion::service::commands {
namespace {

constexpr const char* kExamples = R"(Examples:
  vermilion inspect scan.jpg
  vermilion inspect --document business_licence --order order.json --overlay drawn scans/
  vermilion inspect --project yingtan_sunshine --document licence --order order.json scan.jpg
  find uploads -name '*.png' | vermilion inspect --format jsonl --stats --files-from -

)";

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& format : output::formats()) names.emplace_back(format.name);
  return names;
}

std::string help_on_documents() {
  std::string help =
      "What the scans are expected to be; with --project one of its documents, else:";
  for (const auto& document : rules::general_documents()) {
    help += fmt::format("\n  {:<24}{}", document.id, document.name_zh);
  }
  return help;
}

std::string help_on_formats() {
  std::string help = "How results are written (pretty unless said):";
  for (const auto& format : output::formats()) {
    help += fmt::format("\n  {:<24}{}", format.name, format.summary);
  }
  return help;
}

}  // namespace

InspectOptions::InspectOptions() : jobs(jobs_unless_said()) {}

void declare(CLI::App& app, InspectOptions& options) {
  app.add_option("FILE", options.files,
                 "Scans, directories of scans, or - for one scan from standard input")
      ->type_name("");
  app.add_option("--files-from", options.files_from,
                 "Names of scans, one a line; - reads the list from standard input")
      ->type_name("FILE");
  app.add_option("--document", options.document, help_on_documents())->type_name("D");
  app.add_option("--project", options.project,
                 "Judge by the rules of this certificate project; needs --document")
      ->type_name("P");
  app.add_option("--rules", options.rules, "Folder of the rules")
      ->envname("VERMILION_RULES")
      ->type_name("DIR");
  app.add_option("--order", options.order,
                 fmt::format("JSON object to hold the scans against, of {}, legal_person_verified, "
                             "main_key_exists",
                             fmt::join(rules::text_fact_names(), ", ")))
      ->type_name("FILE");
  app.add_option("--form-keys", options.form_keys,
                 "The keys forms are signed with; with --project, forms are held against the order")
      ->type_name("FILE");
  app.add_option("--format", options.format, help_on_formats())
      ->check(cli::one_of(format_names()))
      ->type_name("F");
  app.add_option("--overlay", options.overlay,
                 "Draw each scan with its defects to DIR/<name>.overlay.jpg")
      ->type_name("DIR");
  app.add_option("--lang", options.language, "Language of the findings: zh (unless said) or en")
      ->check(cli::one_of({"zh", "en"}))
      ->type_name("L");
  add_jobs(app, options.jobs, "Scans");
  app.add_option("--max-bytes", options.max_bytes,
                 fmt::format("Largest file accepted ({} unless said), at most {}",
                             pipeline::limits::kFileBytes, pipeline::limits::kFileBytesCeiling))
      ->check(cli::between(1, pipeline::limits::kFileBytesCeiling))
      ->type_name("N");
  app.add_option("--models", options.models, "Folder of the models")
      ->envname("VERMILION_MODELS")
      ->type_name("DIR");
  app.add_flag("--isolated", options.isolated,
               "Look at scans in processes that can open no file and reach nobody");
  app.add_flag("--stats", options.stats,
               "What each stage cost, to standard error; timing_us in json and jsonl");
  app.footer(kExamples + cli::exit_code_table());
}

}  // namespace vermilion::service::commands
