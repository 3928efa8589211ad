#pragma once

#include "service/store/database/database.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <string>

// Databases for tests: both kinds, one suite.
namespace vermilion::tests {

using vermilion::service::store::database::Backend;
using vermilion::service::store::database::Database;
using vermilion::service::store::database::Options;
using vermilion::service::store::database::Place;

// An empty database of its own, gone with it. SQLite lies in memory where the system has a folder
// there, PostgreSQL runs without fsync: how durable they are is tested elsewhere.
class ADatabase {
 public:
  explicit ADatabase(Backend backend);
  ~ADatabase();
  ADatabase(const ADatabase&) = delete;
  ADatabase& operator=(const ADatabase&) = delete;

  const Place& place() const { return place_; }
  Database open(Options options = {}) const;
  // With its tables.
  Database migrated(Options options = {}) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
  Place place_;
};

// Why there is no PostgreSQL to test with; empty: there is one.
std::string why_no_postgresql();

// A test of both. Cases say `SetUp` nothing: what is missing skips with its reason.
class OnBoth : public testing::TestWithParam<Backend> {
 protected:
  void SetUp() override {
    if (GetParam() != Backend::PostgreSql) return;
    const std::string reason = why_no_postgresql();
    if (!reason.empty()) GTEST_SKIP() << reason;
  }
};

std::string backend_name(const testing::TestParamInfo<Backend>& info);

}  // namespace vermilion::tests

namespace vermilion::service::store::database {
inline void PrintTo(Backend backend, std::ostream* out) {
  *out << (backend == Backend::Sqlite ? "SQLite" : "PostgreSQL");
}
}  // namespace vermilion::service::store::database
