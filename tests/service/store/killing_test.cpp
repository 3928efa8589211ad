#include "service/store/blobs/blobs.hpp"
#include "service/store/blobs/folder_shelf.hpp"
#include "service/store/ledger/verify.hpp"
#include "service/store/orders/orders.hpp"
#include "tests/service/store/a_database.hpp"
#include "tests/service/store/blobs/quick_disk.hpp"
#include "tests/service/store/blobs/rings.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/workflow/example_terms.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <sstream>
#include <thread>

// A process that says commands and puts blobs as fast as it can is killed at a random moment, again
// and again, on the same database; on PostgreSQL in turn with one of the server's own processes.
// Everything it was told was done is there, once, and the ledger and the lists are whole.
namespace vermilion::service::store {
namespace {

using database::Backend;
using database::Database;
using workflow::Actor;
using workflow::Role;

class OneProject final : public orders::Terms {
 public:
  Found current(const std::string&) const override { return terms_; }
  Found with_digest(const std::string&, const std::string&) const override { return terms_; }

 private:
  Found terms_ = std::make_shared<const workflow::ProjectTerms>(tests::example_terms());
};

// Everything that lasts from one life of the program to the next.
struct Place {
  database::Place database;
  std::filesystem::path blobs;
  std::filesystem::path marks;
  std::string seed;
};

// The program, as far as it keeps things.
class Program {
 public:
  explicit Program(const Place& place)
      : database_(Database::open(place.database).value()),
        marks_(place.marks, ledger::Signer::of(place.seed).value()),
        orders_(database_, terms_, workflow::WorkingDays::shipped(), &marks_),
        shelf_(blobs::FolderShelf::open(place.blobs, disk_).value()),
        blobs_(shelf_, blobs::ring_of({1})) {}

  Database& database() { return database_; }
  orders::Orders& orders() { return orders_; }
  blobs::Blobs& blobs() { return blobs_; }
  const ledger::Marks& marks() const { return marks_; }

 private:
  OneProject terms_;
  Database database_;
  ledger::Marks marks_;
  orders::Orders orders_;
  blobs::QuickDisk disk_;
  blobs::FolderShelf shelf_;
  blobs::Blobs blobs_;
};

constexpr int kWriters = 3;
constexpr std::string_view kSlots[] = {"application_form", "licence", "id_card",
                                       "authorisation_letter"};

workflow::commands::Begin a_begin(const std::string& order) {
  workflow::commands::Begin begin;
  begin.order = order;
  begin.organisation = "91360600MA35DEM06M";
  begin.organisation_name = "江西朱砂（测试）有限公司";
  begin.project = "yingtan_sunshine";
  begin.variant = "sub";
  begin.agreement = "2026-1";
  begin.scope_acknowledged = true;
  return begin;
}

// Says it until it is done: a command may be said again, also when nobody knows whether it was.
void insist(orders::Orders& orders, const std::string& order, const workflow::Command& command) {
  for (;;) {
    const auto answer = orders.say(order, command);
    if (answer && *answer) return;
    if (answer) _exit(3);  // refused: the test itself is wrong
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

// A line of at most PIPE_BUF bytes arrives whole or not at all.
void acknowledge(int pipe, const std::string& line) {
  if (write(pipe, line.data(), line.size()) < 0) _exit(4);
}

void write_order(Program& program, const std::string& id, int pipe) {
  const Actor applicant{Role::Applicant, "seat-1"};
  const auto say = [&](const std::string& command, const Actor& by, workflow::Body body,
                       const std::string& blob) {
    insist(program.orders(), id, {id + "/" + command, by, std::move(body)});
    acknowledge(pipe, fmt::format("{} {} {}\n", id, command, blob));
  };
  say("begin", applicant, a_begin(id), "-");
  say("verify", {Role::System, "verification"},
      workflow::commands::NoteVerification{id, true, "wechat", "ref"}, "-");
  for (const auto slot : kSlots) {
    const auto blob = program.blobs().put(fmt::format("scan of {} for {}", slot, id));
    if (!blob) _exit(5);
    say(std::string(slot), applicant,
        workflow::commands::UploadDocument{std::string(slot), blob->text()}, blob->text());
  }
}

[[noreturn]] void work_until_killed(const Place& place, int round, int pipe) {
  Program program(place);
  std::vector<std::jthread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      for (int i = 0;; ++i) write_order(program, fmt::format("R{}W{}N{}", round, writer, i), pipe);
    });
  }
  writers.clear();
  _exit(0);
}

struct Acknowledged {
  std::string order;
  std::string command;
  std::string blob;
};

// VERMILION_KILLS says how many on each database; two hundred take some minutes.
int kills() {
  const char* set = std::getenv("VERMILION_KILLS");
  return set == nullptr ? 8 : std::atoi(set);
}

class Killing : public tests::OnBoth {
 protected:
  void SetUp() override {
    tests::OnBoth::SetUp();
    if (IsSkipped()) return;
    owned_ = std::make_unique<tests::ADatabase>(GetParam());
    (void)owned_->migrated();
    place_ = {owned_->place(), folder_.path() / "blobs", folder_.path() / "marks",
              ledger::Signer::new_seed()};
  }

  // One of those of this database, as an administrator might by mistake.
  void kill_a_server_process() {
    Database database = owned_->open();
    const auto processes = database.read([](database::Transaction& transaction) {
      return transaction.rows<std::int64_t>(
          "SELECT pid::bigint FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
          "pg_backend_pid()");
    });
    if (!processes || processes->empty()) return;
    kill(static_cast<pid_t>(std::get<0>(processes->front())), SIGKILL);
    ++server_processes_killed_;
  }

  // What one life acknowledged before it ended.
  std::vector<Acknowledged> a_life(int round, std::chrono::milliseconds length, bool server_too) {
    int ends[2];
    if (pipe(ends) != 0) return {};
    const pid_t child = fork();
    if (child == 0) {
      close(ends[0]);
      work_until_killed(place_, round, ends[1]);
    }
    close(ends[1]);
    std::jthread ending([&] {
      std::this_thread::sleep_for(length);
      if (server_too) kill_a_server_process();
      if (server_too) std::this_thread::sleep_for(length);
      kill(child, SIGKILL);
    });
    auto acknowledged = read_all(ends[0]);
    ending.join();
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the life ended by itself with " << WEXITSTATUS(status);
    return acknowledged;
  }

  static std::vector<Acknowledged> read_all(int pipe) {
    std::string text;
    char bytes[4096];
    for (ssize_t got = 0; (got = read(pipe, bytes, sizeof bytes)) > 0;) {
      text.append(bytes, static_cast<std::size_t>(got));
    }
    close(pipe);
    std::vector<Acknowledged> all;
    std::istringstream lines(text);
    for (Acknowledged one; lines >> one.order >> one.command >> one.blob;) all.push_back(one);
    return all;
  }

  // The server may still be recovering.
  std::unique_ptr<Program> next_life() {
    for (int tries = 0; tries < 400; ++tries) {
      if (Database::open(place_.database)) return std::make_unique<Program>(place_);
      std::this_thread::sleep_for(std::chrono::milliseconds(25));
    }
    throw std::runtime_error("the database does not come back");
  }

  void expect_there(Program& program, const std::vector<Acknowledged>& all) {
    for (const Acknowledged& one : all) {
      const std::string command = one.order + "/" + one.command;
      const auto history = program.orders().history(one.order);
      ASSERT_TRUE(history) << history.error().detail;
      EXPECT_EQ(std::ranges::count(*history, command, &workflow::Event::command), 1) << command;
      if (one.blob == "-") continue;
      const auto blob = program.blobs().get(*blobs::BlobId::parse(one.blob));
      ASSERT_TRUE(blob) << blob.error().what;
      EXPECT_EQ(*blob, fmt::format("scan of {} for {}", one.command, one.order));
    }
  }

  void expect_whole(Program& program) {
    const auto marks = ledger::read_marks(place_.marks).value();
    const auto verified = ledger::verify(program.database(), marks, program.marks().public_key());
    ASSERT_TRUE(verified) << verified.error().detail;
    EXPECT_FALSE(verified->bad) << ledger::text_of(*verified->bad);
    EXPECT_EQ(program.orders().differences().value(), std::vector<std::string>{});
  }

  tests::TemporaryFolder folder_;
  std::unique_ptr<tests::ADatabase> owned_;
  Place place_;
  int server_processes_killed_ = 0;
};

TEST_P(Killing, LosesNothingThatWasAcknowledgedAndDoublesNothing) {
  std::mt19937 random(20261121);
  std::size_t acknowledged = 0;
  for (int round = 0; round < kills(); ++round) {
    SCOPED_TRACE(fmt::format("round {}", round));
    const bool server_too = GetParam() == Backend::PostgreSql && round % 2 == 1;
    const auto length = std::chrono::milliseconds(60 + random() % 200);
    const auto all = a_life(round, length, server_too);
    const auto program = next_life();
    expect_there(*program, all);
    expect_whole(*program);
    acknowledged += all.size();
    if (HasFailure()) return;
  }
  EXPECT_GT(acknowledged, static_cast<std::size_t>(kills())) << "the test shows nothing";
  RecordProperty("acknowledged", std::to_string(acknowledged));
  fmt::print("{} acknowledged over {} kills, {} of them of server processes\n", acknowledged,
             kills() + server_processes_killed_, server_processes_killed_);
}

INSTANTIATE_TEST_SUITE_P(, Killing, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::store
