#include "service/certificates/batch.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

namespace vermilion::service::certificates::batch {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr Instant kNow = std::chrono::sys_days(2026y / 11 / 21) + 8h;
constexpr Instant kEnd = std::chrono::sys_days(2027y / 11 / 21);
const Holder kHolder{"江西朱砂（测试）, 有限公司", "91360000625912173B", "江西省", "鹰潭市"};

const Asked kIssue{
    "issue_certificate/O1/1", Act::Issue, kHolder, Algorithm::Sm2, "", "", kEnd, true};
const Asked kRenew{
    "issue_certificate/O2", Act::Renew, kHolder, Algorithm::Rsa, "OLD-1", "K-1", kEnd, false};
const Asked kRevoke{
    "revoke_certificate/OLD-2", Act::Revoke, kHolder, Algorithm::Sm2, "OLD-2", "", {}, false};
const std::vector<Asked> kAll{kIssue, kRenew, kRevoke};

using enum Answer::Outcome;
const Answer kMade{kIssue.request, Made, "NEW-1", "K-9", kEnd, ""};
const Answer kRenewed{kRenew.request, Made, "NEW-2", "K-1", kEnd, ""};
const Answer kRevoked{kRevoke.request, Revoked, "OLD-2", "", {}, ""};

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class BatchRequests : public testing::Test {
 protected:
  std::size_t put(std::vector<Asked> asked, Instant now) {
    const auto done = put_requests(folder_.path(), asked, now);
    EXPECT_TRUE(done) << done.error().what;
    return done.value_or(0);
  }
  std::vector<std::filesystem::path> files() const {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      found.push_back(entry.path());
    }
    return found;
  }
  tests::TemporaryFolder folder_;
};

TEST_F(BatchRequests, AreReadAsTheyWereWrittenAndForUsAlone) {
  EXPECT_EQ(put(kAll, kNow), 3u);
  ASSERT_EQ(files().size(), 1u);
  EXPECT_EQ(read_requests(text_of(files().front())).value(), kAll);
  EXPECT_EQ(files().front().filename(), "requests-20261121T080000Z.csv");
  struct stat status {};
  ASSERT_EQ(stat(files().front().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(BatchRequests, WrittenOnceAreNotWrittenAgain) {
  EXPECT_EQ(put({kIssue}, kNow), 1u);
  EXPECT_EQ(put({kIssue}, kNow + 1h), 0u);
  EXPECT_EQ(files().size(), 1u);
  EXPECT_EQ(put({kIssue, kRenew}, kNow + 2h), 1u);
  EXPECT_EQ(files().size(), 2u);
}

TEST_F(BatchRequests, WhatIsNoRequestIsRefusedAndNothingWritten) {
  std::vector<std::vector<Asked>> wrong(6, {kIssue});
  wrong[0][0].request = "";
  wrong[1][0].holder.name = "";
  wrong[2][0].serial = "OLD-1";
  wrong[3].push_back(kIssue);
  wrong[4][0].holder.name = "=HYPERLINK(\"http://example.org\")";
  wrong[5] = {kRenew};
  wrong[5][0].serial = "";
  for (const auto& asked : wrong) {
    EXPECT_EQ(put_requests(folder_.path(), asked, kNow).error().fault, Fault::Refused);
  }
  EXPECT_TRUE(files().empty());
}

TEST_F(BatchRequests, FolderThatIsNotThereIsSaidToBe) {
  EXPECT_EQ(put_requests(folder_.path() / "none", kAll, kNow).error().fault, Fault::Unavailable);
}

TEST(BatchAnswers, ToWhatWasAskedAreTaken) {
  const auto read = read_answers(answer_file({{kMade, kRenewed, kRevoked}}), kAll);
  EXPECT_TRUE(read.complaints.empty());
  EXPECT_THAT(read.answers, testing::UnorderedElementsAre(kMade, kRenewed, kRevoked));
}

TEST(BatchAnswers, TheSameTwiceIsOne) {
  const auto read = read_answers(answer_file({{kMade, kMade}}), kAll);
  EXPECT_TRUE(read.complaints.empty());
  EXPECT_THAT(read.answers, ElementsAre(kMade));
}

TEST(BatchAnswers, TwoThatDifferAreComplaintsBoth) {
  Answer other = kMade;
  other.serial = "NEW-9";
  const auto read = read_answers(answer_file({{kMade, kRenewed, other}}), kAll);
  EXPECT_THAT(read.answers, ElementsAre(kRenewed));
  ASSERT_EQ(read.complaints.size(), 2u);
  EXPECT_EQ(read.complaints[0].row, 2u);
  EXPECT_EQ(read.complaints[1].row, 4u);
}

TEST(BatchAnswers, RefusalTakesAReason) {
  const Answer refused{kIssue.request, Refused, "", "", {}, "名称与登记不符"};
  Answer silent = refused;
  silent.reason = "";
  EXPECT_THAT(read_answers(answer_file({{refused}}), kAll).answers, ElementsAre(refused));
  EXPECT_EQ(read_answers(answer_file({{silent}}), kAll).complaints.size(), 1u);
}

// Everything that can be wrong with an answer, told at once.
TEST(BatchAnswers, WhatDoesNotFitIsComplainedOfRowByRow) {
  Answer unasked = kMade;
  unasked.request = "issue_certificate/O9/1";
  Answer other_key = kRenewed;
  other_key.key_id = "K-2";
  Answer other_revoked = kRevoked;
  other_revoked.serial = "OLD-1";
  Answer no_serial = kMade;
  no_serial.serial = "";
  Answer other_end = kMade;
  other_end.valid_until += 1s;
  Answer other_act = kMade;
  other_act.outcome = Revoked;
  const std::string file =
      answer_file({{unasked, other_key, other_revoked, no_serial, other_end, other_act}}) +
      "x,maybe,,,0,\r\nonly,two\r\n";
  const auto read = read_answers(file, kAll);
  EXPECT_TRUE(read.answers.empty());
  EXPECT_EQ(read.complaints.size(), 8u);
  for (std::size_t i = 0; i < read.complaints.size(); ++i) {
    EXPECT_EQ(read.complaints[i].row, i + 2) << read.complaints[i].why;
  }
}

TEST(BatchAnswers, AnotherFileIsNone) {
  for (const auto* file : {"", "a,b,c\n", "\"never closed"}) {
    EXPECT_THAT(read_answers(file, kAll).complaints.front().why, HasSubstr("no file of answers"));
  }
}

}  // namespace
}  // namespace vermilion::service::certificates::batch
