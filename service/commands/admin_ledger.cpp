#include "service/commands/admin_ledger.hpp"

#include "service/projects/kept.hpp"
#include "service/store/ledger/verify.hpp"
#include "service/store/orders/orders.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <ostream>
#include <utility>
#include <vector>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
namespace ledger = store::ledger;

constexpr std::string_view kVerify = "ledger verify";
constexpr std::string_view kDifferences = "ledger differences";
constexpr std::string_view kRebuild = "ledger rebuild";

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

// Orders as their ledger and the rules they were begun under have them.
class Books {
 public:
  static Opened<std::unique_ptr<Books>> open(const AdminLine& line) {
    auto marks = open_marks(line);
    if (!marks) return tl::unexpected(marks.error());
    auto database = open_database(line);
    if (!database) return tl::unexpected(database.error());
    auto books = std::make_unique<Books>(std::move(*database), std::move(*marks));
    auto rules = projects::Kept::open(books->database_);
    if (!rules) return tl::unexpected(Refusal{ExitCode::OurFault, rules.error()});
    books->rules_ = std::move(*rules);
    return books;
  }

  Books(store::database::Database database, ledger::Marks marks)
      : database_(std::move(database)), marks_(std::move(marks)) {}

  store::orders::Orders orders() {
    return {database_, *rules_, workflow::WorkingDays::shipped(), &marks_};
  }

 private:
  store::database::Database database_;
  ledger::Marks marks_;
  std::unique_ptr<projects::Kept> rules_;
};

using Differences = std::vector<std::string>;

// The rows that stand otherwise than the ledger says, a line each.
Opened<Differences> differences_in(store::orders::Orders& orders, std::ostream& out) {
  const auto found = orders.differences();
  if (!found) return tl::unexpected(Refusal{ExitCode::OurFault, found.error().detail});
  for (const std::string& row : *found) out << row << '\n';
  return *found;
}

using Command = ExitCode (*)(const AdminLine& line, Console& console);

void declare(CLI::App& ledger, const char* name, const char* summary, Command command,
             AdminLine& line, Console& console) {
  CLI::App* const app = ledger.add_subcommand(name, summary);
  add_database(*app, line);
  add_marks(*app, line);
  app->callback([command, &line, &console] {
    line.chosen = [command, &line, &console] { return command(line, console); };
  });
}

}  // namespace

ExitCode admin_ledger_differences(const AdminLine& line, Console& console) {
  auto books = Books::open(line);
  if (!books) return refuse(console, kDifferences, books.error());
  auto orders = (*books)->orders();
  const auto found = differences_in(orders, console.out);
  if (!found) return refuse(console, kDifferences, found.error());
  console.err << fmt::format("{} rows stand otherwise than the ledger says\n", found->size());
  return found->empty() ? ExitCode::Accepted : ExitCode::Defects;
}

ExitCode admin_ledger_rebuild(const AdminLine& line, Console& console) {
  auto books = Books::open(line);
  if (!books) return refuse(console, kRebuild, books.error());
  auto orders = (*books)->orders();
  const auto before = differences_in(orders, console.out);
  if (!before) return refuse(console, kRebuild, before.error());
  const auto rebuilt = orders.rebuild();
  if (!rebuilt) return refuse(console, kRebuild, {ExitCode::OurFault, rebuilt.error().detail});
  const auto after = orders.differences();
  if (!after || !after->empty()) {
    return refuse(console, kRebuild, {ExitCode::OurFault, "the tables differ all the same"});
  }
  console.err << fmt::format("made again from the ledger; {} rows stood otherwise\n",
                             before->size());
  return ExitCode::Accepted;
}

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
  declare(*ledger, "verify", "Say whether the ledger is what was written, and where not",
          admin_ledger_verify, line, console);
  declare(*ledger, "differences",
          "Say which rows of the lists stand otherwise than the ledger says",
          admin_ledger_differences, line, console);
  declare(*ledger, "rebuild", "Make the lists again from the ledger; say what stood otherwise",
          admin_ledger_rebuild, line, console);
}

}  // namespace vermilion::service::commands
