#include "service/store/erasure/named_rows.hpp"

#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

#include <chrono>

namespace vermilion::service::store::erasure {
namespace {

using database::Transaction;
using testing::UnorderedElementsAre;
using tests::Backend;

class NamedRows : public tests::OnBoth {};
INSTANTIATE_TEST_SUITE_P(, NamedRows, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

void add_scan(Transaction& writing, const std::string& order, const std::string& scan) {
  writing.run(
      "INSERT INTO scans (order_id, slot, version, organisation, sha256, bytes, format, state, "
      "uploaded_at_ms, uploaded_by) VALUES ($1, 'licence', 1, 'x', $2, 9, 'jpeg', 'inspected', 0, "
      "'seat-1')",
      {order, scan});
  writing.run(
      "INSERT INTO reports (order_id, slot, version, rules, verdict, blocking, report_sha256, "
      "inspected_at_ms) VALUES ($1, 'licence', 1, 'r', 'accept', '', $2, 0)",
      {order, "report of " + order});
  writing.run(
      "INSERT INTO forms (order_id, form, facts, generation, form_sha256, made_at_ms) "
      "VALUES ($1, 'f', 'd', 1, $2, 0)",
      {order, "form of " + order});
  writing.run(
      "INSERT INTO comparisons (order_id, basis, findings_sha256, compared_at_ms) "
      "VALUES ($1, 'b', $2, 0)",
      {order, "comparison of " + order});
}

void add_picture(Transaction& writing, const std::string& scan) {
  writing.run(
      "INSERT INTO pictures (scan_sha256, turned_deg, width, picture_sha256) "
      "VALUES ($1, 0, 320, $2)",
      {scan, "picture of " + scan});
}

void add_evidence(Transaction& writing, const std::string& id, std::int64_t at_ms) {
  writing.run(
      "INSERT INTO evidence (sha256, given_by, organisation, bytes, kind, given_at_ms) "
      "VALUES ($1, 'seat-1', 'x', 9, 'PDF', $2)",
      {id, at_ms});
}

TEST_P(NamedRows, OfAnOrderGoWithAllTheyNamed) {
  const tests::ADatabase a(GetParam());
  auto database = a.migrated();
  const auto done = database.transact([&](Transaction& writing) {
    add_scan(writing, "O1", "own");
    add_scan(writing, "O2", "other");
    add_picture(writing, "own");
    add_picture(writing, "other");
    add_evidence(writing, "letter", 0);
    std::set<std::string> ids{"letter"};
    take_rows_away(writing, "O1", ids);
    EXPECT_THAT(ids, UnorderedElementsAre("letter", "own", "report of O1", "form of O1",
                                          "comparison of O1", "picture of own"));
    for (const std::string& id : ids) EXPECT_FALSE(is_named_by_rows(writing, id)) << id;
    for (const char* id : {"other", "report of O2", "picture of other"}) {
      EXPECT_TRUE(is_named_by_rows(writing, id)) << id;
    }
  });
  EXPECT_TRUE(done) << done.error().detail;
}

TEST_P(NamedRows, WhatAnotherOrderHasTooStays) {
  const tests::ADatabase a(GetParam());
  auto database = a.migrated();
  const auto done = database.transact([&](Transaction& writing) {
    add_scan(writing, "O1", "shared");
    add_scan(writing, "O2", "shared");
    add_picture(writing, "shared");
    std::set<std::string> ids;
    take_rows_away(writing, "O1", ids);
    EXPECT_TRUE(is_named_by_rows(writing, "shared"));
    EXPECT_TRUE(is_named_by_rows(writing, "picture of shared"));
  });
  EXPECT_TRUE(done) << done.error().detail;
}

TEST_P(NamedRows, SweepingLeavesThemAndEvidenceOfToday) {
  const tests::ADatabase a(GetParam());
  auto database = a.migrated();
  const auto done = database.transact([&](Transaction& writing) {
    add_scan(writing, "O1", "own");
    add_picture(writing, "own");
    add_evidence(writing, "fresh", writing.now_ms());
    add_evidence(writing, "forgotten", writing.now_ms() - 2 * 86'400'000);
    std::set<std::string> ids;
    add_named_by_rows(writing, ids);
    EXPECT_THAT(ids, UnorderedElementsAre("own", "report of O1", "form of O1", "comparison of O1",
                                          "picture of own", "fresh"));
  });
  EXPECT_TRUE(done) << done.error().detail;
}

}  // namespace
}  // namespace vermilion::service::store::erasure
