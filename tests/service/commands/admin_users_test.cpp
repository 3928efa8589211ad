#include "service/commands/admin_users.hpp"

#include "service/commands/admin.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <sstream>

namespace vermilion::service::commands {
namespace {

using cli::ExitCode;
using testing::HasSubstr;
using testing::StartsWith;

class AdminUsers : public testing::Test {
 protected:
  void SetUp() override {
    chmod(folder_.write("ledger.key", run({"keys", "new-ledger"})).c_str(), 0600);
  }

  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  std::string run(std::vector<std::string> words, const std::string& typed = "") {
    std::ostringstream out;
    std::ostringstream err;
    std::FILE* const in = fmemopen(const_cast<char*>(typed.data()), typed.size() + 1, "r");
    cli::Console console{in, out, err};
    words.insert(words.begin(), "admin");
    const cli::Command table[] = {{"admin", "", admin}};
    code_ = cli::run(table, words, console);
    std::fclose(in);
    said_ = err.str();
    return out.str();
  }

  std::string users(std::vector<std::string> words, const std::string& typed = "") {
    words.insert(words.begin(), "users");
    for (const auto& [option, file] : {std::pair{"--database", "store.db"},
                                       {"--marks", "marks"},
                                       {"--ledger-key", "ledger.key"}}) {
      words.emplace_back(option);
      words.push_back(path(file));
    }
    return run(std::move(words), typed);
  }

  tests::TemporaryFolder folder_;
  ExitCode code_ = ExitCode::Accepted;
  std::string said_;
};

TEST_F(AdminUsers, AreAddedWithAPasswordThatIsReadOrMade) {
  EXPECT_EQ(users({"add", "anna", "--name", "安娜", "--role", "admin"}, "a long enough secret\n"),
            "");
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  const std::string made = users(
      {"add", "bao", "--name", "宝", "--role", "reviewer", "--role", "finance", "--generate"});
  EXPECT_EQ(made.size(), 21u) << made;
  const std::string list = users({"list"});
  EXPECT_THAT(list, StartsWith("anna\tadmin\tenabled\tno second factor\t安娜\n"));
  EXPECT_THAT(list, HasSubstr("bao\treviewer finance\t"));
}

TEST_F(AdminUsers, AreRefusedWhatTheyMustNotBe) {
  EXPECT_EQ(users({"add", "anna", "--name", "安", "--role", "admin"}, "12345678\n"), "");
  EXPECT_EQ(code_, ExitCode::WrongUse);
  EXPECT_THAT(said_, HasSubstr("太常见"));
  users({"add", "anna", "--name", "安", "--role", "operator", "--role", "finance", "--generate"});
  EXPECT_EQ(code_, ExitCode::WrongUse);
  EXPECT_THAT(said_, HasSubstr("退款"));
  users({"add", "anna", "--name", "安", "--role", "emperor", "--generate"});
  EXPECT_THAT(said_, HasSubstr("emperor is no role"));
  EXPECT_EQ(users({"list"}), "");
}

TEST_F(AdminUsers, AreDisabledAndResetByTheirLogin) {
  users({"add", "anna", "--name", "安", "--role", "admin", "--generate"});
  users({"add", "bao", "--name", "宝", "--role", "reviewer", "--generate"});
  users({"disable", "anna"});
  EXPECT_EQ(code_, ExitCode::WrongUse);
  EXPECT_THAT(said_, HasSubstr("nobody would be left"));
  users({"disable", "bao"});
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
  EXPECT_THAT(users({"list"}), HasSubstr("bao\treviewer\tdisabled"));
  users({"enable", "bao"});
  users({"roles", "bao", "--role", "auditor"});
  EXPECT_THAT(users({"list"}), HasSubstr("bao\tauditor\tenabled"));
  EXPECT_EQ(users({"reset-password", "bao", "--generate"}).size(), 21u);
  users({"reset-second-factor", "bao"});
  EXPECT_EQ(code_, ExitCode::Accepted);
  users({"reset-password", "nobody", "--generate"});
  EXPECT_EQ(code_, ExitCode::WrongUse);
  EXPECT_THAT(said_, HasSubstr("no such account"));
}

TEST_F(AdminUsers, ChangeInALedgerThatVerifies) {
  users({"add", "anna", "--name", "安", "--role", "admin", "--generate"});
  run({"ledger", "verify", "--database", path("store.db"), "--marks", path("marks"), "--ledger-key",
       path("ledger.key")});
  EXPECT_EQ(code_, ExitCode::Accepted) << said_;
}

}  // namespace
}  // namespace vermilion::service::commands
