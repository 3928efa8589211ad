#include "service/store/erasure/order_rows.hpp"

#include "service/store/backup/tables.hpp"
#include "tests/service/store/a_database.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>

namespace vermilion::service::store::erasure {
namespace {

using database::Transaction;
using tests::Backend;

class OrderRows : public tests::OnBoth {};
INSTANTIATE_TEST_SUITE_P(, OrderRows, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

// Taken away by named_rows; and what stays: the main key of the organisation, and who saw which
// scan.
const std::set<std::string> kElsewhere{"scans", "reports",   "comparisons",
                                       "forms", "main_keys", "image_views"};

// A table that is new says here what becomes of it.
TEST_P(OrderRows, EveryTableThatKnowsOrdersIsOneOfThem) {
  const tests::ADatabase a(GetParam());
  auto database = a.migrated();
  const auto shapes = database.read(backup::tables);
  ASSERT_TRUE(shapes);
  std::set<std::string> know;
  for (const auto& shape : *shapes) {
    if (std::ranges::count(shape.columns, "order_id") > 0) know.insert(shape.name);
  }
  std::set<std::string> told = kElsewhere;
  for (const auto table : tables_of_orders()) told.insert(std::string(table));
  EXPECT_EQ(told, know);
}

// In every column what its type takes: the order's id where it names an order, and in keys.
void write_row(Transaction& writing, const std::string& table, const std::string& columns,
               const std::string& values) {
  writing.run(fmt::format("INSERT INTO {} ({}) VALUES ({})", table, columns, values), {});
}

void write_all_of(Transaction& writing, const std::string& order) {
  const auto with = [&](std::string_view values) {
    return fmt::format(fmt::runtime(values), fmt::arg("o", order));
  };
  const auto row = [&](const char* table, const char* columns, std::string_view values) {
    write_row(writing, table, columns, with(values));
  };
  row("readings", "order_id, slot, sha256, project, type, verdict, sampled, round, read_at",
      "'{o}', 'licence', 'd', 'p', 't', 'accept', 0, 1, 1");
  row("reading_flags", "order_id, slot, sha256, number, rule, code, level",
      "'{o}', 'licence', 'd', 0, 'r', 'SEAL_NONE', 'block'");
  row("decisions",
      "id, order_id, slot, sha256, project, type, reviewer, round, verdict, accepted, sampled, "
      "decided_at",
      "'{o}-c1', '{o}', 'licence', 'd', 'p', 't', 'r-1', 1, 'accept', 1, 0, 1");
  row("agreements", "decision, rule, code, outcome", "'{o}-c1', 'r', 'SEAL_NONE', 'upheld'");
  row("shadow_judgements",
      "draft_id, order_id, slot, version, rules, kept_at_ms, before, after, appeared, vanished",
      "'D1', '{o}', 'licence', 1, 'r', 1, 'accept', 'refer', '[]', '[]'");
  row("key_requests", "order_id, pem, by_maker, at_ms", "'{o}', 'PEM', 'm-1', 1");
  row("alarms", "key, kind, order_id, detail, at_ms", "'{o}-a', 'payment', '{o}', 'd', 1");
  row("webhook_dead_letters", "webhook, number, event, order_id, at_ms, reason",
      "'W-{o}', 7, 'approved', '{o}', 1, 'down'");
  row("answers", "account, key, asked, order_id, status, version, body, at",
      "'seat', '{o}-key', 'a', '{o}', 200, 1, 'answer', 1");
  row("jobs",
      "key, number, part, stream, kind, effect, state, run_at_ms, tries, fence, owner, "
      "lease_until_ms, uncertain, reason",
      "'create_payment/{o}-P1', 1, 0, 'order/{o}', 'k', '{{}}', 'done', 0, 0, 0, '', 0, 0, ''");
  row("codes", "effect, url, at", "'create_payment/{o}-P1', 'weixin://{o}', 1");
}

std::int64_t count_of(Transaction& reading, const std::string& table) {
  return std::get<0>(*reading.row<std::int64_t>(fmt::format("SELECT count(*) FROM {}", table), {}));
}

TEST_P(OrderRows, GoWithTheOrderAndNoOthersDo) {
  const tests::ADatabase a(GetParam());
  auto database = a.migrated();
  const auto done = database.transact([](Transaction& writing) {
    write_all_of(writing, "O1");
    write_all_of(writing, "O2");
    take_order_away(writing, "O1");
    for (const char* table :
         {"readings", "reading_flags", "decisions", "agreements", "shadow_judgements",
          "key_requests", "alarms", "webhook_dead_letters", "answers", "jobs", "codes"}) {
      EXPECT_EQ(count_of(writing, table), 1) << table;
    }
    const auto left = writing.row<std::string>("SELECT decision FROM agreements", {});
    EXPECT_EQ(std::get<0>(*left), "O2-c1");
  });
  ASSERT_TRUE(done) << done.error().detail;
}

}  // namespace
}  // namespace vermilion::service::store::erasure
