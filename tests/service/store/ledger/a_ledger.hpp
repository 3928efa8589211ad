#pragma once

#include "service/store/ledger/verify.hpp"
#include "tests/service/store/a_database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace vermilion::tests {

// A ledger with a second place, filled with entries of a few streams.
struct ALedger {
  explicit ALedger(Backend backend, service::store::ledger::Pace pace = {})
      : a(backend),
        database(a.migrated()),
        marks(folder.path() / "marks", *service::store::ledger::Signer::of(std::string(64, '7')),
              pace) {}

  // So many more, ten in a transaction.
  void grow(int entries) {
    namespace ledger = service::store::ledger;
    for (; entries > 0; entries -= 10) {
      const auto head = database.transact([&](auto& transaction) {
        for (int i = 0; i < std::min(entries, 10); ++i) append_one(transaction);
        return ledger::head(transaction);
      });
      ASSERT_TRUE(head) << head.error().detail;
      ASSERT_TRUE(marks.note(*head, 1000 + written));
    }
  }

  void append_one(service::store::database::Transaction& transaction) {
    ++written;
    service::store::ledger::append(transaction,
                                   {"order/O" + std::to_string(written % 5), "happened",
                                    R"({"n":)" + std::to_string(written) + "}", 1000 + written});
  }

  service::store::ledger::Verified verified(const service::store::ledger::Head& from = {}) {
    namespace ledger = service::store::ledger;
    return *ledger::verify(database, *ledger::read_marks(marks.file()), marks.public_key(), from);
  }

  // As the owner of the database: past the triggers that guard against our own mistakes.
  void as_owner(const std::vector<std::string>& statements) {
    const auto done = database.transact([&](auto& transaction) {
      const bool sqlite = transaction.backend() == Backend::Sqlite;
      for (const std::string trigger : {"ledger_is_not_changed", "ledger_is_not_shortened"}) {
        transaction.run("DROP TRIGGER IF EXISTS " + trigger + (sqlite ? "" : " ON ledger"));
      }
      for (const std::string& sql : statements) transaction.run(sql);
    });
    ASSERT_TRUE(done) << done.error().detail;
  }

  ADatabase a;
  Database database;
  TemporaryFolder folder;
  service::store::ledger::Marks marks;
  int written = 0;
};

}  // namespace vermilion::tests
