#include "service/commands/admin_ledger.hpp"

#include "service/store/ledger/verify.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
namespace ledger = store::ledger;

constexpr std::string_view kVerify = "ledger verify";

nlohmann::ordered_json json_of(const ledger::Verified& verified, std::size_t marks) {
  nlohmann::ordered_json json{
      {"entries", verified.entries},
      {"head", {{"number", verified.reached.number}, {"hash", verified.reached.hash}}},
      {"marks", marks}};
  if (verified.bad) {
    json["bad"] = {{"number", verified.bad->number},
                   {"stream", verified.bad->stream},
                   {"fault", ledger::name_of(verified.bad->fault)}};
  }
  return json;
}

}  // namespace

ExitCode admin_ledger_verify(const AdminLine& line, Console& console) {
  const auto marks = open_marks(line);
  if (!marks) return refuse(console, kVerify, marks.error());
  const auto marked = ledger::read_marks(marks->file());
  if (!marked) return refuse(console, kVerify, {ExitCode::Unreadable, marked.error().detail});
  auto database = open_untouched(line);
  if (!database) return refuse(console, kVerify, database.error());
  const auto verified = ledger::verify(*database, *marked, marks->public_key());
  if (!verified) return refuse(console, kVerify, {ExitCode::OurFault, verified.error().detail});

  console.out << json_of(*verified, marked->size()).dump(2) << '\n';
  if (marked->empty()) {
    console.err << "no marks: a ledger that was rewritten as a whole would not be noticed\n";
  }
  if (!verified->bad) return ExitCode::Accepted;
  console.err << ledger::text_of(*verified->bad) << '\n';
  return ExitCode::Defects;
}

void declare_admin_ledger(CLI::App& app, AdminLine& line, Console& console) {
  CLI::App* const ledger = app.add_subcommand("ledger", "Look after the ledger");
  ledger->require_subcommand(1);
  CLI::App* const verify =
      ledger->add_subcommand("verify", "Say whether the ledger is what was written, and where not");
  add_database(*verify, line);
  add_marks(*verify, line);
  verify->callback([&line, &console] {
    line.chosen = [&line, &console] { return admin_ledger_verify(line, console); };
  });
}

}  // namespace vermilion::service::commands
