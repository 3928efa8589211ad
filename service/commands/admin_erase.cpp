#include "service/commands/admin_erase.hpp"

#include "service/commands/no_rules.hpp"
#include "service/store/erasure/erase.hpp"
#include "service/store/erasure/holds.hpp"

#include <CLI/App.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using store::erasure::Erasure;
using store::erasure::Verdict;

std::string sentence_of(const std::string& order, const Erasure& erasure) {
  if (erasure.unknown) return fmt::format("{}: no such order, or erased before", order);
  const auto& decision = erasure.decision;
  switch (decision.verdict) {
    case Verdict::Held:
      return fmt::format("{}: held by {} for {} since {:%Y-%m-%d}", order, erasure.hold->by,
                         erasure.hold->matter, erasure.hold->since);
    case Verdict::NotYet:
      return fmt::format("{}: to be kept until {:%Y-%m-%d}: {}", order, decision.due,
                         decision.rule->source);
    case Verdict::Open:
      return fmt::format("{}: somebody is still at work on it", order);
    case Verdict::Erase:
      break;
  }
  return fmt::format("{}: erased, {} scans with it, {} stay with other orders", order,
                     erasure.scans, erasure.shared);
}

bool is_done(const Erasure& erasure) {
  return !erasure.unknown && erasure.decision.verdict == Verdict::Erase;
}

// A change of the ledger, and its head marked.
template <class Work>
Opened<bool> change_ledger(const AdminLine& line, Work&& work) {
  auto marks = open_marks(line);
  if (!marks) return tl::unexpected(marks.error());
  auto database = open_database(line);
  if (!database) return tl::unexpected(database.error());
  const NoRules rules;
  store::orders::Orders orders(*database, rules, workflow::WorkingDays::shipped(), &*marks);
  const auto done =
      orders.transact([&](store::orders::Saying& saying) { return work(saying.transaction); });
  if (!done) return tl::unexpected(Refusal{ExitCode::OurFault, done.error().detail});
  return *done;
}

}  // namespace

ExitCode admin_erase(const AdminEraseOptions& options, const AdminLine& line, Console& console) {
  if (options.order.empty() != options.due) {
    return refuse(console, "erase", {ExitCode::WrongUse, "name an order, or say --due"});
  }
  auto blobs = open_blobs(line);
  if (!blobs) return refuse(console, "erase", blobs.error());
  auto marks = open_marks(line);
  if (!marks) return refuse(console, "erase", marks.error());
  auto database = open_database(line);
  if (!database) return refuse(console, "erase", database.error());
  const NoRules rules;
  store::orders::Orders orders(*database, rules, workflow::WorkingDays::shipped(), &*marks);

  std::vector<std::string> ids{options.order};
  if (options.due) {
    auto due = store::erasure::due(orders, this_second());
    if (!due) return refuse(console, "erase", {ExitCode::OurFault, due.error().detail});
    ids = std::move(*due);
  }
  auto shelf = blobs->blobs();
  ExitCode code = ExitCode::Accepted;
  for (const std::string& id : ids) {
    const auto erased = store::erasure::erase(orders, shelf, id,
                                              {options.reason, options.at_request}, this_second());
    if (!erased) return refuse(console, "erase", {ExitCode::OurFault, erased.error().detail});
    console.err << sentence_of(id, *erased) << '\n';
    if (is_done(*erased)) console.out << id << '\n';
    if (!is_done(*erased)) code = cli::graver(code, ExitCode::Defects);
  }
  const auto rewritten = database->rewrite();
  if (!rewritten) return refuse(console, "erase", {ExitCode::OurFault, rewritten.error().detail});
  return code;
}

ExitCode admin_hold_place(const AdminHoldOptions& options, const AdminLine& line,
                          Console& console) {
  const auto placed = change_ledger(line, [&](store::database::Transaction& transaction) {
    store::erasure::place_hold(transaction, options.order,
                               {options.by, options.matter, this_second()});
    return true;
  });
  return placed ? ExitCode::Accepted : refuse(console, "hold place", placed.error());
}

ExitCode admin_hold_lift(const AdminHoldOptions& options, const AdminLine& line, Console& console) {
  const auto lifted = change_ledger(line, [&](store::database::Transaction& transaction) {
    return store::erasure::lift_hold(transaction, options.order, options.by, this_second());
  });
  if (!lifted) return refuse(console, "hold lift", lifted.error());
  if (*lifted) return ExitCode::Accepted;
  return refuse(console, "hold lift",
                {ExitCode::WrongUse, fmt::format("{} is not held", options.order)});
}

void declare_admin_erase(CLI::App& app, AdminLine& line, Console& console) {
  const auto options = std::make_shared<AdminEraseOptions>();
  CLI::App* const erase = app.add_subcommand(
      "erase", "Take away what is known of an order, unless a law or a hold keeps it");
  erase->add_option("ORDER", options->order, "Its number")->type_name("");
  erase->add_flag("--due", options->due, "All whose period is over");
  erase->add_option("--reason", options->reason, "Goes into the ledger; no names in it")
      ->required()
      ->type_name("TEXT");
  erase->add_flag("--at-request", options->at_request,
                  "Who it is about has asked: what no law keeps goes at once");
  add_database(*erase, line);
  add_blobs(*erase, line);
  add_marks(*erase, line);
  erase->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] { return admin_erase(*options, line, console); };
  });
}

void declare_admin_hold(CLI::App& app, AdminLine& line, Console& console) {
  const auto options = std::make_shared<AdminHoldOptions>();
  CLI::App* const hold = app.add_subcommand("hold", "Keep an order from being erased");
  hold->require_subcommand(1);
  CLI::App* const place = hold->add_subcommand("place", "Let it stay, whatever its period");
  CLI::App* const lift = hold->add_subcommand("lift", "Let it go again");
  for (CLI::App* const one : {place, lift}) {
    one->add_option("ORDER", options->order, "Its number")->required()->type_name("");
    one->add_option("--by", options->by, "Who says so")->required()->type_name("NAME");
    add_database(*one, line);
    add_marks(*one, line);
  }
  place->add_option("--matter", options->matter, "What for, \"(2026)赣06民初12号\"")
      ->required()
      ->type_name("TEXT");
  place->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] { return admin_hold_place(*options, line, console); };
  });
  lift->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] { return admin_hold_lift(*options, line, console); };
  });
}

}  // namespace vermilion::service::commands
