#include "service/running/chores.hpp"

#include "service/effects/invoice_tray.hpp"
#include "service/payment/beijing.hpp"
#include "service/running/alarms.hpp"
#include "service/running/bills.hpp"
#include "service/running/forgetting.hpp"
#include "service/store/backup/tables.hpp"
#include "service/store/erasure/erase.hpp"

#include <fmt/format.h>

#include <chrono>
#include <set>
#include <utility>

namespace vermilion::service::running {
namespace {

using namespace std::chrono_literals;
using Walked = tl::expected<void, std::string>;
using store::database::Result;
using store::database::Transaction;

// Between a scan's put and the command that names it lie seconds; between evidence and the command
// of a person who writes to us about it there may be a working day.
constexpr auto kUnnamed = 24h;
// A bill that could not be had is asked for again for a week.
constexpr int kBillDays = 7;

template <class T>
Walked walked(const Result<T>& result) {
  if (!result) return tl::unexpected(result.error().detail);
  return {};
}

std::chrono::sys_seconds now_of(Installation& installation) {
  return installation.world().stamps().now;
}

Walked ask_after_partners(Installation& installation, const std::stop_token& stop) {
  return walked(installation.reception().ask_after_all(1000, stop));
}

// Complaints stay alarms until a person has put the file right.
Walked take_invoices(Installation& installation) {
  const auto imported = effects::read_results(installation.partners().invoices);
  for (const auto& [order, command] : imported.say) {
    if (const auto said = installation.orders().say(order, command); !said) return walked(said);
  }
  for (const auto& complaint : imported.complaints) {
    const auto raised = raise(installation.database(),
                              {fmt::format("invoice/{}/{}", complaint.order, complaint.line),
                               "invoice", complaint.order, complaint.why, 0});
    if (!raised) return walked(raised);
  }
  return {};
}

Walked verify(Installation& installation, bool whole) {
  Kept& kept = installation.kept();
  const auto verified = whole ? kept.verify_whole() : kept.verify();
  if (!verified) return walked(verified);
  if (!verified->bad) return {};
  const std::string bad = store::ledger::text_of(*verified->bad);
  const auto raised = raise(installation.database(), {"ledger/" + bad, "ledger", "", bad, 0});
  if (!raised) return walked(raised);
  return tl::unexpected("the ledger is not what was written: " + bad);
}

bool names_a_blob(const std::string& column) {
  return column == "sha256" || column.ends_with("_sha256");
}

// In the ledger or in any table: whoever keeps a blob calls its column a digest.
std::set<std::string> named_anywhere(Transaction& transaction) {
  std::set<std::string> named = store::erasure::named_blobs(transaction);
  for (const auto& table : store::backup::tables(transaction)) {
    for (const std::string& column : table.columns) {
      if (!names_a_blob(column)) continue;
      for (auto& [id] : transaction.rows<std::optional<std::string>>(
               fmt::format("SELECT DISTINCT {} FROM {}", column, table.name))) {
        if (id) named.insert(*std::move(id));
      }
    }
  }
  return named;
}

Walked sweep_blobs(Installation& installation) {
  const auto before = now_of(installation) - kUnnamed;
  const auto named = installation.database().read(named_anywhere);
  if (!named) return walked(named);
  const auto swept = installation.kept().blobs().sweep(
      [&](const store::blobs::BlobId& id) { return named->contains(id.text()); }, before);
  if (!swept) return tl::unexpected(swept.error().what);
  if (swept->blobs > 0) installation.report("sweep", fmt::format("{} blobs", swept->blobs));
  return {};
}

Walked erase_due(Installation& installation, const std::stop_token& stop) {
  const auto now = now_of(installation);
  const auto due = store::erasure::due(installation.orders(), now);
  if (!due) return walked(due);
  for (const std::string& order : *due) {
    if (stop.stop_requested()) break;
    const auto erased = store::erasure::erase(installation.orders(), installation.kept().blobs(),
                                              order, {"the period is over"}, now);
    if (!erased) return walked(erased);
  }
  return {};
}

Walked reconcile(Installation& installation, unsigned hour, const std::stop_token& stop) {
  const std::string now = payment::beijing_time(now_of(installation));
  if (std::stoul(now.substr(11, 2)) < hour) return {};
  Walked all;
  for (const auto& [channel, fetch] : installation.partners().bills) {
    for (int back = kBillDays; back > 0 && !stop.stop_requested(); --back) {
      const auto day = payment::beijing_time(now_of(installation) - back * 24h).substr(0, 10);
      const auto bill = reconcile_day(installation.database(), channel, day, fetch);
      if (!bill) all = tl::unexpected(bill.error());
    }
  }
  return all;
}

}  // namespace

std::vector<Round> usual_rounds(Installation& installation, unsigned bill_hour) {
  std::vector<Round> rounds{
      {"ask_after_partners", 30s,
       [&](const auto& stop) { return ask_after_partners(installation, stop); }},
      {"verify_ledger", 1h, [&](const auto&) { return verify(installation, false); }},
      {"verify_whole_ledger", 24h, [&](const auto&) { return verify(installation, true); }},
      {"erase_due", 24h, [&](const auto& stop) { return erase_due(installation, stop); }},
      {"reconcile_bills", 10min,
       [&, bill_hour](const auto& stop) { return reconcile(installation, bill_hour, stop); }},
      {"forget_old", 24h,
       [&](const auto&) { return walked(forget_old(installation.database())); }}};
  if (!installation.partners().invoices.empty()) {
    rounds.push_back(
        {"take_invoices", 1min, [&](const auto&) { return take_invoices(installation); }});
  }
  rounds.push_back({"sweep_blobs", 1h, [&](const auto&) { return sweep_blobs(installation); }});
  return rounds;
}

}  // namespace vermilion::service::running
