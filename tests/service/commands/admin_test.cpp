#include "service/commands/admin.hpp"

#include "service/store/database/database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>

namespace vermilion::service::commands {
namespace {

using cli::ExitCode;
using testing::HasSubstr;

constexpr const char* kHallKeys =
    "credit_code,project,serial,key_id,main_key,valid_until\n"
    "91360000625912173B,yingtan_sunshine,OLD-1,K-1,yes,2027-11-21\n"
    "91360000625912173B,yingtan_sunshine,OLD-2,K-2,no,2027-11-21\n";

// An installation in a folder of its own, on SQLite, looked after by the command line.
class Admin : public testing::Test {
 protected:
  void SetUp() override {
    secret("blobs.key", run({"keys", "new", "1"}));
    secret("ledger.key", run({"keys", "new-ledger"}));
    folder_.write("hall.csv", kHallKeys);
  }

  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  void secret(const std::string& name, const std::string& text) const {
    chmod(folder_.write(name, text).c_str(), 0600);
  }

  // What it wrote to stdout; what it said and the code are kept.
  std::string run(std::vector<std::string> words) {
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{stdin, out, err};
    words.insert(words.begin(), "admin");
    const cli::Command table[] = {{"admin", "", admin}};
    code_ = cli::run(table, words, console);
    said_ = err.str();
    return out.str();
  }

  // With the places of this installation.
  std::string run_here(std::vector<std::string> words, const std::string& options) {
    for (const char option : options) {
      const auto add = [&](const std::string& name, const std::string& value) {
        words.push_back(name);
        words.push_back(path(value));
      };
      if (option == 'd') add("--database", "store.db");
      if (option == 'b') add("--blobs", "blobs"), add("--blob-keys", "blobs.key");
      if (option == 'm') add("--marks", "marks"), add("--ledger-key", "ledger.key");
    }
    return run(std::move(words));
  }

  void import_keys() {
    run_here({"import", "hall-keys", path("hall.csv"), "--by", "clerk-1"}, "dm");
    ASSERT_EQ(code_, ExitCode::Accepted) << said_;
  }

  nlohmann::json verified() { return nlohmann::json::parse(run_here({"ledger", "verify"}, "dm")); }

  tests::TemporaryFolder folder_;
  ExitCode code_ = ExitCode::Accepted;
  std::string said_;
};

TEST_F(Admin, ImportedKeysAreInTheLedgerWhichVerifies) {
  import_keys();
  EXPECT_THAT(said_, HasSubstr("2 imported"));
  EXPECT_EQ(verified()["entries"], 3);
  EXPECT_EQ(code_, ExitCode::Accepted);
  import_keys();
  EXPECT_THAT(said_, HasSubstr("0 imported, 2 known already"));
}

TEST_F(Admin, MistakesOfAListAreToldAtOnceAndNothingIsImported) {
  folder_.write("hall.csv", std::string(kHallKeys) + "1,2\n3,4,5,6,7,8\n");
  const std::string out =
      run_here({"import", "hall-keys", path("hall.csv"), "--by", "clerk-1"}, "dm");
  EXPECT_EQ(code_, ExitCode::WrongUse);
  EXPECT_THAT(out, HasSubstr("hall.csv:4: 2 fields instead of 6"));
  EXPECT_THAT(out, HasSubstr("hall.csv:5: valid_until"));
  EXPECT_FALSE(std::filesystem::exists(path("store.db")));
}

TEST_F(Admin, ListsAreMadeAgainFromTheLedger) {
  import_keys();
  EXPECT_EQ(run_here({"ledger", "differences"}, "dm"), "");
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  auto database =
      store::database::Database::open(store::database::place_of(path("store.db"))).value();
  ASSERT_TRUE(database.transact([](store::database::Transaction& transaction) {
    transaction.run("UPDATE certificates SET key_id = 'K-9' WHERE serial = 'OLD-2'");
  }));
  EXPECT_EQ(run_here({"ledger", "differences"}, "dm"), "certificates OLD-2 \n");
  EXPECT_EQ(code_, ExitCode::Defects);
  EXPECT_EQ(run_here({"ledger", "rebuild"}, "dm"), "certificates OLD-2 \n");
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  EXPECT_THAT(said_, HasSubstr("1 rows stood otherwise"));
  EXPECT_EQ(run_here({"ledger", "differences"}, "dm"), "");
}

TEST_F(Admin, TamperedLedgerIsADefectWithTheEntryNamed) {
  import_keys();
  auto database =
      store::database::Database::open(store::database::place_of(path("store.db"))).value();
  ASSERT_TRUE(database.transact([](store::database::Transaction& transaction) {
    transaction.script("DROP TRIGGER ledger_is_not_changed");
    transaction.run("UPDATE ledger SET body = replace(body, 'OLD-1', 'OLD-9') WHERE number = 2");
  }));
  EXPECT_EQ(verified()["bad"]["number"], 2);
  EXPECT_EQ(code_, ExitCode::Defects);
  EXPECT_THAT(said_, HasSubstr("entry 2"));
}

TEST_F(Admin, BackupIsRestoredElsewhereAndVerifies) {
  import_keys();
  const std::string made = run_here({"backup", "make", "--to", path("backups")}, "db");
  ASSERT_EQ(code_, ExitCode::Accepted) << said_;
  EXPECT_EQ(nlohmann::json::parse(made)["rows"]["ledger"], 3);
  EXPECT_EQ(nlohmann::json::parse(run({"backup", "list", "--from", path("backups")})).size(), 1u);

  const std::vector<std::string> restore{"restore",     "--from",         path("backups"),
                                         "--database",  path("fresh.db"), "--blobs",
                                         path("other"), "--blob-keys",    path("blobs.key")};
  run(restore);
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  const std::string fresh = run({"ledger", "verify", "--database", path("fresh.db"), "--marks",
                                 path("marks"), "--ledger-key", path("ledger.key")});
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  EXPECT_EQ(nlohmann::json::parse(fresh), verified());
  run(restore);
  EXPECT_EQ(code_, ExitCode::WrongUse) << "the place is not empty any longer";
}

TEST_F(Admin, NothingIsRestoredUnderALiveServer) {
  import_keys();
  run_here({"backup", "make", "--to", path("backups")}, "db");
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t server = fork();
  if (server == 0) {
    const auto open = store::database::Database::open(store::database::place_of(path("store.db")));
    (void)!write(ends[1], "!", 1);
    pause();
    _exit(0);
  }
  char byte = 0;
  ASSERT_EQ(read(ends[0], &byte, 1), 1);
  run_here({"restore", "--from", path("backups")}, "db");
  kill(server, SIGKILL);
  waitpid(server, nullptr, 0);
  close(ends[0]);
  close(ends[1]);
  EXPECT_EQ(code_, ExitCode::WrongUse);
  EXPECT_THAT(said_, HasSubstr("stop the server first"));
}

TEST_F(Admin, ForgottenBackupsAreGone) {
  import_keys();
  run_here({"backup", "make", "--to", path("backups")}, "db");
  run_here({"backup", "forget", "--from", path("backups"), "--keep-days", "1"}, "b");
  EXPECT_THAT(said_, HasSubstr("0 backups forgotten"));
  EXPECT_EQ(nlohmann::json::parse(run({"backup", "list", "--from", path("backups")})).size(), 1u);
}

TEST_F(Admin, KeyFilesOpenToOthersAreRefusedAndNotQuoted) {
  import_keys();
  chmod(path("ledger.key").c_str(), 0644);
  run_here({"ledger", "verify"}, "dm");
  EXPECT_EQ(code_, ExitCode::WrongUse);
  EXPECT_THAT(said_, HasSubstr("chmod 600"));
  chmod(path("blobs.key").c_str(), 0644);
  run_here({"keys", "rotate"}, "b");
  EXPECT_EQ(code_, ExitCode::WrongUse);
}

TEST_F(Admin, HoldIsPlacedAndLiftedOnce) {
  run_here({"hold", "place", "O1", "--by", "legal", "--matter", "(2026)赣06民初12号"}, "dm");
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  run_here({"hold", "lift", "O1", "--by", "legal"}, "dm");
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  run_here({"hold", "lift", "O1", "--by", "legal"}, "dm");
  EXPECT_EQ(code_, ExitCode::WrongUse);
  EXPECT_EQ(verified()["entries"], 2);
}

TEST_F(Admin, UnknownOrderCannotBeErased) {
  run_here({"erase", "O1", "--reason", "asked for", "--at-request"}, "dbm");
  EXPECT_EQ(code_, ExitCode::Defects);
  EXPECT_THAT(said_, HasSubstr("no such order"));
  run_here({"erase", "--reason", "asked for"}, "dbm");
  EXPECT_EQ(code_, ExitCode::WrongUse);
  run_here({"erase", "--due", "--reason", "period over"}, "dbm");
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
}

TEST_F(Admin, SweepAndRotationSayWhatTheyDid) {
  import_keys();
  run_here({"blobs", "sweep"}, "db");
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  EXPECT_THAT(said_, HasSubstr("0 orphans"));
  run_here({"keys", "rotate"}, "b");
  EXPECT_THAT(said_, HasSubstr("0 wrapped anew by key 1"));
}

TEST_F(Admin, AuthorityIsMadeOnceAndListsWhatIsRevoked) {
  for (const std::string algorithm : {"sm2", "rsa"}) {
    const std::vector<std::string> make{"certificates", "make",    "--authority", path(algorithm),
                                        "--algorithm",  algorithm, "--name",      "测试认证中心"};
    run(make);
    EXPECT_EQ(code_, ExitCode::Accepted) << said_;
    run(make);
    EXPECT_EQ(code_, ExitCode::WrongUse);
    const std::string list = run_here(
        {"certificates", "crl", "--authority", path(algorithm), "--algorithm", algorithm}, "d");
    EXPECT_EQ(code_, ExitCode::Accepted) << said_;
    EXPECT_THAT(list, HasSubstr("BEGIN X509 CRL"));
  }
}

}  // namespace
}  // namespace vermilion::service::commands
