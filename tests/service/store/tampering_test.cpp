#include "service/store/ledger/verify.hpp"
#include "tests/service/store/a_database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

// Who owns the database can do anything to it: drop the triggers, edit, compute all hashes anew.
// He cannot sign, and the second place is not his. Every way he takes is found, and the first bad
// entry is named: exactly where hashes give it away, at the next mark where only the marks do.
namespace vermilion::service::store::ledger {
namespace {

using database::Transaction;
using Log = std::vector<Entry>;

constexpr std::size_t kEntries = 120;
constexpr std::uint64_t kMarkEvery = 10;

// What becomes of a log in the hands of its owner, and where he began.
struct Attempt {
  Log log;
  std::size_t first = 0;    // index of the first entry that is not what it was
  bool consistent = false;  // all hashes computed anew: only the marks can tell
};

using Way = Attempt (*)(Log log, std::mt19937& random);

std::size_t some(const Log& log, std::mt19937& random) {
  return random() % log.size();
}

// All numbers, positions and hashes, from an entry on, as if it had always been so.
void recompute(Log& log, std::size_t from) {
  std::map<std::string, Head> streams;
  Head before;
  for (std::size_t i = 0; i < log.size(); ++i) {
    Entry& entry = log[i];
    Head& in_stream = streams[entry.stream];
    if (i >= from) {
      entry.number = before.number + 1;
      entry.previous = before.hash;
      entry.position = in_stream.number + 1;
      entry.stream_previous = in_stream.hash;
      if (!entry.body.empty()) entry.digest = digest_of(entry.body);
      entry.hash = hash_of(entry);
    }
    before = {entry.number, entry.hash};
    in_stream = {entry.position, entry.hash};
  }
}

Attempt rewritten(Log log, std::size_t from) {
  recompute(log, from);
  return {std::move(log), from, true};
}

void alter(std::string& text, std::mt19937& random) {
  const std::size_t at = random() % text.size();
  text[at] = text[at] == '7' ? '8' : '7';
}

// Edit one thing of one entry.
Attempt edit(Log log, std::mt19937& random) {
  const std::size_t at = some(log, random);
  Entry& entry = log[at];
  switch (random() % 8) {
    case 0:
      alter(entry.body, random);
      break;
    case 1:
      entry.kind += "x";
      break;
    case 2:
      entry.at_s += 1;
      break;
    case 3:
      entry.stream += "x";
      break;
    case 4:
      alter(entry.digest, random);
      break;
    case 5:
      entry.previous = std::string(64, 'a');
      break;
    case 6:
      entry.stream_previous = std::string(64, 'b');
      break;
    default:
      alter(entry.hash, random);
      break;
  }
  return {std::move(log), at};
}

Attempt edit_and_rehash_the_entry(Log log, std::mt19937& random) {
  const std::size_t at = random() % (log.size() - 1);
  alter(log[at].body, random);
  log[at].digest = digest_of(log[at].body);
  log[at].hash = hash_of(log[at]);
  return {std::move(log), at};
}

Attempt edit_and_rehash_all(Log log, std::mt19937& random) {
  const std::size_t at = some(log, random);
  alter(log[at].body, random);
  return rewritten(std::move(log), at);
}

Attempt empty_a_body(Log log, std::mt19937& random) {
  const std::size_t at = some(log, random);
  log[at].body.clear();
  return {std::move(log), at};
}

Attempt take_out(Log log, std::mt19937& random) {
  const std::size_t at = random() % (log.size() - 1);
  log.erase(log.begin() + static_cast<std::ptrdiff_t>(at));
  return {std::move(log), at};
}

Attempt take_out_and_rehash_all(Log log, std::mt19937& random) {
  const std::size_t at = random() % (log.size() - 1);
  log.erase(log.begin() + static_cast<std::ptrdiff_t>(at));
  return rewritten(std::move(log), at);
}

Attempt put_in_and_rehash_all(Log log, std::mt19937& random) {
  const std::size_t at = some(log, random);
  Entry forged = log[at];
  forged.body = R"({"forged":true})";
  log.insert(log.begin() + static_cast<std::ptrdiff_t>(at), forged);
  return rewritten(std::move(log), at);
}

// Behind the end: an entry with the right hashes which the program never wrote.
Attempt put_in_before_the_first(Log log, std::mt19937&) {
  Entry forged = log.front();
  forged.number = 0;
  forged.body = R"({"forged":true})";
  forged.digest = digest_of(forged.body);
  forged.stream = "order/forged";
  forged.hash = hash_of(forged);
  log.insert(log.begin(), forged);
  return {std::move(log), 0};
}

Attempt swap_two(Log log, std::mt19937& random) {
  const std::size_t a = random() % (log.size() / 2);
  const std::size_t b = a + 1 + random() % (log.size() - a - 1);
  std::swap(log[a], log[b]);
  std::swap(log[a].number, log[b].number);
  return {std::move(log), a};
}

Attempt swap_times(Log log, std::mt19937& random) {
  const std::size_t a = random() % (log.size() / 2);
  const std::size_t b = a + 1 + random() % (log.size() - a - 1);
  std::swap(log[a].at_s, log[b].at_s);
  return {std::move(log), a};
}

Attempt cut_the_end(Log log, std::mt19937& random) {
  log.resize(random() % log.size());
  const std::size_t left = log.size();
  return {std::move(log), left};
}

// An hour is lost, and the program has gone on writing since.
Attempt roll_back_and_go_on(Log log, std::mt19937& random) {
  const std::size_t left = 1 + random() % (log.size() - 2);
  for (std::size_t i = left; i < log.size(); ++i) log[i].body = fmt::format(R"({{"new":{}}})", i);
  return rewritten(std::move(log), left);
}

struct Named {
  std::string_view name;
  Way way;
};

constexpr Named kWays[] = {
    {"edit", edit},
    {"edit_and_rehash_the_entry", edit_and_rehash_the_entry},
    {"edit_and_rehash_all", edit_and_rehash_all},
    {"empty_a_body", empty_a_body},
    {"take_out", take_out},
    {"take_out_and_rehash_all", take_out_and_rehash_all},
    {"put_in_and_rehash_all", put_in_and_rehash_all},
    {"put_in_before_the_first", put_in_before_the_first},
    {"swap_two", swap_two},
    {"swap_times", swap_times},
    {"cut_the_end", cut_the_end},
    {"roll_back_and_go_on", roll_back_and_go_on},
};

class Tampering : public tests::OnBoth {
 protected:
  void SetUp() override {
    tests::OnBoth::SetUp();
    if (IsSkipped()) return;
    // Opened once for all trials; the triggers go first, as the owner would have it.
    owned_ = std::make_unique<tests::ADatabase>(GetParam());
    database_ = std::make_unique<database::Database>(owned_->migrated());
    fill();
    drop_triggers();
  }

  void fill() {
    for (std::size_t i = 0; i < kEntries; ++i) {
      const auto head = database_->transact([&](Transaction& transaction) {
        const auto entry = append(transaction, {fmt::format("order/O{}", i * 7 % 9), "said",
                                                fmt::format(R"({{"event":{}}})", i),
                                                static_cast<std::int64_t>(1'000'000 + i)});
        log_.push_back(entry);
        return Head{entry.number, entry.hash};
      });
      ASSERT_TRUE(head) << head.error().detail;
      ASSERT_TRUE(marks_.note(*head, static_cast<std::int64_t>(1'000'000 + i)));
    }
  }

  void drop_triggers() {
    const bool sqlite = GetParam() == database::Backend::Sqlite;
    const char* on = sqlite ? "" : " ON ledger";
    run(
        fmt::format("DROP TRIGGER ledger_is_not_changed{0}; DROP TRIGGER "
                    "ledger_is_not_shortened{0};",
                    on));
  }

  void run(const std::string& sql) {
    const auto done =
        database_->transact([&](Transaction& transaction) { transaction.script(sql); });
    ASSERT_TRUE(done) << done.error().detail;
  }

  void replace_with(const Log& log) {
    const auto done = database_->transact([&](Transaction& transaction) {
      transaction.run("DELETE FROM ledger");
      for (const Entry& entry : log) {
        transaction.run(
            "INSERT INTO ledger (number, stream, position, kind, at, body, digest, previous, "
            "stream_previous, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            {entry.number, entry.stream, entry.position, entry.kind, entry.at_s, entry.body,
             entry.digest, entry.previous, entry.stream_previous, entry.hash});
      }
    });
    ASSERT_TRUE(done) << done.error().detail;
  }

  std::optional<BadEntry> found() {
    const auto verified =
        verify(*database_, read_marks(marks_.file()).value(), marks_.public_key());
    EXPECT_TRUE(verified) << verified.error().detail;
    return verified ? verified->bad : std::nullopt;
  }

  // Where a log whose hashes all fit differs from what was signed.
  std::uint64_t next_mark(std::uint64_t number) {
    const auto marks = read_marks(marks_.file()).value();
    for (const Mark& mark : marks) {
      if (mark.head.number >= number) return mark.head.number;
    }
    return 0;
  }

  void expect_found(const Named& named, const Attempt& attempt) {
    const auto bad = found();
    ASSERT_TRUE(bad) << named.name;
    std::uint64_t first = attempt.first + 1;
    // The entry fits by itself; the next does not follow on it, unless a mark tells first.
    if (named.way == edit_and_rehash_the_entry && next_mark(first) != first) ++first;
    if (named.way == put_in_before_the_first) {
      EXPECT_LE(bad->number, 1u) << named.name;
    } else {
      // What is consistent and too short is cut off, not rewritten.
      const std::uint64_t expected =
          attempt.consistent ? std::min(next_mark(first), attempt.log.size() + 1) : first;
      EXPECT_EQ(bad->number, expected) << named.name << ": " << text_of(*bad);
    }
  }

  tests::TemporaryFolder folder_;
  std::unique_ptr<tests::ADatabase> owned_;
  std::unique_ptr<database::Database> database_;
  Marks marks_{folder_.path() / "marks",
               Signer::of(Signer::new_seed()).value(),
               {kMarkEvery, std::chrono::seconds(1'000'000)}};
  Log log_;
};

// VERMILION_TAMPERINGS says how many; a thousand take about a minute on each database.
int tamperings() {
  const char* set = std::getenv("VERMILION_TAMPERINGS");
  return set == nullptr ? 48 : std::atoi(set);
}

TEST_P(Tampering, IsFoundAndTheFirstBadEntryNamed) {
  ASSERT_EQ(found(), std::nullopt);
  std::mt19937 random(20261121);
  for (int i = 0; i < tamperings(); ++i) {
    const Named& named = kWays[static_cast<std::size_t>(i) % std::size(kWays)];
    SCOPED_TRACE(fmt::format("trial {}", i));
    const Attempt attempt = named.way(log_, random);
    replace_with(attempt.log);
    expect_found(named, attempt);
    if (HasFailure()) return;
  }
  replace_with(log_);
  EXPECT_EQ(found(), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(, Tampering,
                         testing::Values(database::Backend::Sqlite, database::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::store::ledger
