#include "service/commands/forms.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/forms/drawing/print.hpp"
#include "rules/forms/fill.hpp"
#include "rules/nearest.hpp"
#include "rules/project_plan.hpp"
#include "service/batch/contents.hpp"
#include "service/commands/project_rules.hpp"
#include "service/commands/rule_set.hpp"
#include "service/commands/rules_folder.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>
#include <system_error>
#include <vector>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
namespace printed = vermilion::rules::forms;
using cli::Console;
using cli::ExitCode;
using vermilion::rules::Language;

constexpr std::size_t kOrderBytes = 64 * 1024;  // an order is a few hundred bytes
constexpr std::size_t kKeyBytes = 64 * 1024;

constexpr const char* kExamples = R"(Examples:
  vermilion forms make --project yingtan_sunshine --document application_form \
      --order order.json --key-file forms.key --out application_form.pdf
  vermilion forms make --project housing_outside --document refund_letter --order order.json \
      --fact refund_email=refund@example.org --key-file forms.key --out refund_letter.pdf

A key file holds one line for each key, an id and 64 hexadecimal digits:
  (printf '1 '; openssl rand -hex 32) > forms.key; chmod 600 forms.key
)";

struct Options {
  std::string project;
  std::string document;
  std::string order;
  std::string key_file;
  std::string out;
  std::string rules;
  std::vector<std::string> facts;
};

template <class T>
using Read = tl::expected<T, std::string>;

Read<std::string> text_in(const std::string& file, std::size_t bytes_max) {
  const auto contents = batch::read_file(file, bytes_max);
  if (!contents) return tl::make_unexpected(fmt::format("{}: {}", file, contents.error()));
  if (contents->reached_cap) {
    return tl::make_unexpected(fmt::format("{}: more than {} bytes", file, bytes_max));
  }
  return std::string(reinterpret_cast<const char*>(contents->bytes.data()), contents->bytes.size());
}

// `refund_email=refund@example.org`, besides what the order's file says.
Read<void> add_fact(rules::OrderFacts& order, const std::string& typed) {
  const auto equals = typed.find('=');
  const std::string name = typed.substr(0, equals);
  const auto known = rules::order_detail_names();
  if (equals == std::string::npos || std::ranges::find(known, name) == known.end()) {
    const auto meant = rules::nearest(name, known);
    return tl::make_unexpected(meant ? fmt::format("--fact {}: did you mean {}=…?", typed, *meant)
                                     : fmt::format("--fact {}: write NAME=VALUE, with one of {}",
                                                   typed, fmt::join(known, ", ")));
  }
  order.details[name] = typed.substr(equals + 1);
  return {};
}

Read<rules::OrderFacts> order_of(const Options& options) {
  const auto json = text_in(options.order, kOrderBytes);
  if (!json) return tl::make_unexpected(json.error());
  auto order = rules::parse_order_facts(*json);
  if (!order) {
    return tl::make_unexpected(fmt::format("{}: {}", options.order, order.error().detail));
  }
  for (const std::string& fact : options.facts) {
    if (const auto added = add_fact(*order, fact); !added) {
      return tl::make_unexpected(added.error());
    }
  }
  return std::move(*order);
}

// The project's own version of a document, where it has a slot for it; else the document type.
Read<rules::DocumentType> document_of(const rules::Project& project, const Options& options,
                                      const fs::path& rules_folder) {
  std::vector<std::string> known;
  for (const rules::Slot& slot : project.slots) {
    const auto type = std::ranges::find_if(
        slot.alternatives, [](const rules::DocumentType& each) { return !each.form.empty(); });
    if (type == slot.alternatives.end()) continue;
    if (slot.id == options.document) return *type;
    known.push_back(slot.id);
  }
  std::error_code error;
  if (!fs::exists(rules_folder / "documents" / (options.document + ".yaml"), error) ||
      options.document.find('/') != std::string::npos) {
    const auto meant = rules::nearest(options.document, known);
    return tl::make_unexpected(meant
                                   ? fmt::format("{} has no form \"{}\"; did you mean \"{}\"?",
                                                 project.id, options.document, *meant)
                                   : fmt::format("{} has no form \"{}\"; known are {}", project.id,
                                                 options.document, fmt::join(known, ", ")));
  }
  auto type = document_rules(rules_folder, options.document, pipeline::check_descriptions(),
                             Language::Chinese);
  if (type && type->form.empty()) {
    return tl::make_unexpected(
        fmt::format("{} is brought by the applicant; there is no form to print", type->id));
  }
  return type;
}

Read<std::string> pdf_of(const rules::Project& project, const rules::DocumentType& type,
                         const rules::OrderFacts& order, const printed::Key& key) {
  const auto said = [](const rules::Error& error) { return error.detail; };
  const auto facts = printed::form_facts(project, order);
  if (!facts) return tl::make_unexpected(said(facts.error()));
  const auto filled = printed::fill(type.form, type.name.zh, *facts);
  if (!filled) return tl::make_unexpected(said(filled.error()));
  const auto payload =
      printed::encode({.order = filled->order_number,
                       .project = project.id,
                       .document = type.id,
                       .generation = static_cast<std::uint8_t>(filled->form.generation),
                       .facts = printed::digest_of(filled->printed)},
                      key);
  if (!payload) return tl::make_unexpected(said(payload.error()));
  return printed::drawing::pdf(*filled, *payload).map_error(said);
}

Read<void> write(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) return {};
  return tl::make_unexpected(fmt::format("{}: cannot be written", path));
}

Read<void> carry_out(const Options& options) {
  const fs::path folder = options.rules.empty() ? rules_folder() : fs::path(options.rules);
  const auto project =
      project_rules(folder, options.project, pipeline::check_descriptions(), Language::Chinese);
  if (!project) return tl::make_unexpected(project.error());
  const auto order = order_of(options);
  if (!order) return tl::make_unexpected(order.error());
  if (const auto served = rules::serves(*project, *order); !served) {
    return tl::make_unexpected(served.error().detail);
  }
  const auto type = document_of(*project, options, folder);
  if (!type) return tl::make_unexpected(type.error());
  const auto key_text = text_in(options.key_file, kKeyBytes);
  if (!key_text) return tl::make_unexpected(key_text.error());
  const auto keys = printed::parse_keys(*key_text);
  if (!keys) {
    return tl::make_unexpected(fmt::format("{}: {}", options.key_file, keys.error().detail));
  }
  const auto pdf = pdf_of(*project, *type, *order, keys->front());
  if (!pdf) return tl::make_unexpected(pdf.error());
  return write(options.out, *pdf);
}

void declare(CLI::App& app, Options& options) {
  app.add_option("--project", options.project, "The certificate project of the order")
      ->required()
      ->type_name("P");
  app.add_option("--document", options.document,
                 "Which form: a document of the project, refund_letter or post_checklist")
      ->required()
      ->type_name("D");
  app.add_option("--order", options.order,
                 fmt::format("JSON object with what is printed: {}, {}",
                             fmt::join(rules::text_fact_names(), ", "),
                             fmt::join(rules::order_detail_names(), ", ")))
      ->required()
      ->type_name("FILE");
  app.add_option("--fact", options.facts,
                 "NAME=VALUE of what the order's file does not say, such as refund_email; may be "
                 "given again")
      ->type_name("F");
  app.add_option("--key-file", options.key_file,
                 "The keys the code is signed with; the first signs")
      ->required()
      ->type_name("FILE");
  app.add_option("--out", options.out, "The PDF to write")->required()->type_name("FILE");
  app.add_option("--rules", options.rules, "Folder of the rules")
      ->envname("VERMILION_RULES")
      ->type_name("DIR");
  app.footer(kExamples);
}

}  // namespace

cli::Action forms(CLI::App& app, Console& console) {
  const auto options = std::make_shared<Options>();
  app.require_subcommand(1);
  declare(*app.add_subcommand("make", "Print one form of an order as PDF"), *options);
  return [options, &console] {
    const auto done = carry_out(*options);
    if (done) return ExitCode::Accepted;
    console.err << fmt::format("vermilion forms make: {}\n", done.error());
    return ExitCode::WrongUse;
  };
}

}  // namespace vermilion::service::commands
