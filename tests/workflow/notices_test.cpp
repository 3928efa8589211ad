#include "workflow/notices.hpp"

#include "tests/workflow/journey.hpp"
#include "workflow/messages.hpp"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace vermilion::tests {
namespace {

using namespace workflow;
using testing::HasSubstr;

std::vector<Notice> last_notices(const Journey& journey) {
  return notices_of(journey.log.back(), journey.order, journey.terms);
}

// 1.36: the recipient learns who applied, for what, and what comes.
TEST(Notices, TellTheRecipientWhoSentWhat) {
  const Journey journey = journey_to(Stage::Issued);
  const auto notices = last_notices(journey);
  ASSERT_EQ(notices.size(), 2U);
  EXPECT_EQ(notices[0].to, "13807010001");
  EXPECT_EQ(notices[1].to, "13907010002");
  const std::string text = text_of(notices[1]);
  for (const char* told :
       {"张三", "鹰潭市样例有限公司", "鹰潭市阳光采购服务平台", "SF9876543210123", "USBKEY"}) {
    EXPECT_THAT(text, HasSubstr(told));
  }
}

TEST(Notices, TellTheAgentOfTheDecision) {  // 2.25, 2.26
  Journey journey = journey_to(Stage::InReview);
  journey.go("reviewer accept all\nreviewer approve\n");
  ASSERT_EQ(last_notices(journey).size(), 1U);
  EXPECT_EQ(last_notices(journey)[0].kind, NoticeKind::Approved);
  EXPECT_EQ(last_notices(journey_to(Stage::Rejected))[0].kind, NoticeKind::Rejected);
}

TEST(Notices, NameWhatIsWrongWithThePaper) {  // 2.35
  EXPECT_THAT(text_of(last_notices(journey_to(Stage::PaperWrong))[0]), HasSubstr("缺公章"));
}

TEST(Notices, NobodyIsToldOfARenewalHeStandsBefore) {
  EXPECT_TRUE(last_notices(journey_to(Stage::Renewed)).empty());
}

// Every SMS that a journey through all stages asks for has its words, and none is too long: a
// message over 70 characters is sent, and paid, in pieces of 67.
TEST(Notices, HaveNoGapsAndFitThreePieces) {
  std::set<NoticeKind> seen;
  for (std::size_t i = 0; i < kStages; ++i) {
    const Journey journey = journey_to(static_cast<Stage>(i));
    for (const Event& event : journey.log) {
      for (const Notice& notice : notices_of(event, journey.order, journey.terms)) {
        const std::string text = text_of(notice);
        EXPECT_EQ(text.find('{'), text.npos) << text;
        const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        });
        EXPECT_LE(characters, 3 * 67) << text;
        seen.insert(notice.kind);
      }
    }
  }
  EXPECT_GE(seen.size(), 8U);
}

}  // namespace
}  // namespace vermilion::tests
