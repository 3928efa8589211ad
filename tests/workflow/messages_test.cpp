#include "workflow/messages.hpp"

#include "tests/workflow/example_terms.hpp"
#include "workflow/data_files.hpp"
#include "workflow/organisation/advice.hpp"
#include "workflow/waiting.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <regex>
#include <set>
#include <string>

namespace vermilion::tests {
namespace {

using namespace workflow;
using nlohmann::json;

const json& file(Language language) {
  static const json zh = json::parse(data_files::kMessagesZh);
  static const json en = json::parse(data_files::kMessagesEn);
  return language == Language::Chinese ? zh : en;
}

std::set<std::string> names_in(const json& section) {
  std::set<std::string> names;
  for (const auto& [name, text] : section.items()) names.insert(name);
  return names;
}

std::set<std::string> placeholders_in(const std::string& text) {
  static const std::regex kPlaceholder(R"(\{(\w+)\})");
  std::set<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), kPlaceholder), end; it != end; ++it) {
    names.insert((*it)[1]);
  }
  return names;
}

template <class Enum>
std::set<std::string> all_names(std::size_t count) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.emplace(name_of(static_cast<Enum>(i)));
  return names;
}

std::set<std::string> advice_names() {
  std::set<std::string> names{"code_wrong"};  // said of an event, not a question
  for (const auto& node : organisation::advice_tree()) names.emplace(node.name);
  return names;
}

class MessageFile : public testing::TestWithParam<Language> {};

// A text without its enumerator is as wrong as an enumerator without its text.
TEST_P(MessageFile, HasATextForEachThingThatIsSaidAndNoOther) {
  const json& texts = file(GetParam());
  EXPECT_EQ(names_in(texts.at("refusals")), all_names<RefusalCode>(kRefusals));
  EXPECT_EQ(names_in(texts.at("waiting")), all_names<WaitingFor>(kWaitings));
  EXPECT_EQ(names_in(texts.at("notices")), all_names<NoticeKind>(kNotices));
  EXPECT_EQ(names_in(texts.at("advice")), advice_names());
  EXPECT_EQ(texts.size(), 4U);
}

TEST_P(MessageFile, TextsAreSentences) {
  for (const auto& [section, texts] : file(GetParam()).items()) {
    for (const auto& [name, value] : texts.items()) {
      const auto text = value.get<std::string>();
      const bool ends = text.ends_with("。") || text.ends_with("？") || text.ends_with(".") ||
                        text.ends_with("?");
      EXPECT_TRUE(ends) << section << "/" << name << ": " << text;
      EXPECT_EQ(text.find("  "), text.npos) << section << "/" << name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Messages, MessageFile,
                         testing::Values(Language::Chinese, Language::English),
                         [](const auto& language) {
                           return language.param == Language::Chinese ? "Chinese" : "English";
                         });

TEST(Messages, BothLanguagesHaveTheSamePlaceholders) {
  for (const auto& [section, texts] : file(Language::Chinese).items()) {
    for (const auto& [name, text] : texts.items()) {
      EXPECT_EQ(placeholders_in(text), placeholders_in(file(Language::English)[section][name]))
          << section << "/" << name;
    }
  }
}

// 请…: what is refused asks for what would help, unless there is nothing to be done.
TEST(Messages, RefusalsSayWhatToDo) {
  const std::set<std::string> kNothingToDo{"LEASE_STILL_RUNS",  "NOTHING_TO_OVERRIDE",
                                           "ATTEMPT_NOT_HELD",  "NOT_PAID",
                                           "REFUND_NOT_FAILED", "NO_SEAL",
                                           "INVOICE_NOT_DUE"};
  for (const auto& [name, value] : file(Language::Chinese).at("refusals").items()) {
    const auto text = value.get<std::string>();
    const bool asks = text.find("请") != text.npos;
    EXPECT_NE(asks, kNothingToDo.contains(name)) << name << ": " << text;
  }
}

TEST(Messages, EnglishWordIsTakenInEnglish) {
  const Refusal refusal{RefusalCode::DocumentsMissing,
                        {{"documents", "申请表"}, {"documents_en", "application form"}}};
  EXPECT_THAT(text_of(refusal, Language::Chinese), testing::HasSubstr("申请表"));
  EXPECT_THAT(text_of(refusal, Language::English), testing::HasSubstr("application form"));
}

TEST(Messages, WordWithBracesIsNotFilledInTurn) {
  const Refusal refusal{RefusalCode::ClaimedByAnother, {{"other", "{other}"}}};
  EXPECT_EQ(text_of(refusal, Language::English),
            "{other} is reviewing this order. Take the next one of the queue.");
}

TEST(Messages, WordThatIsMissingStaysVisible) {
  EXPECT_THAT(text_of(Refusal{RefusalCode::ClaimedByAnother, {}}, Language::English),
              testing::HasSubstr("{other}"));
}

TEST(Messages, SlotsAreNamedInTheWordsOfTheProject) {
  const ProjectTerms terms = example_terms();
  Words words;
  tell_slots({"licence", "seal_sheet", "unheard_of"}, find_variant(terms, Operation::New, "main"),
             words);
  EXPECT_EQ(words["documents"], "营业执照、电子签章采集表、unheard_of");
  EXPECT_EQ(words["documents_en"], "business licence, seal sheet, unheard_of");
}

TEST(Messages, TimesAreThoseOfBeijing) {
  const Instant eve = std::chrono::sys_days(std::chrono::year(2026) / 12 / 31) +
                      std::chrono::hours(16) + std::chrono::minutes(5);
  EXPECT_EQ(beijing_text(eve), "2027-01-01 00:05");
  EXPECT_EQ(beijing_date_text(eve), "2027-01-01");
}

TEST(Messages, MoneyIsYuanWithTwoPlaces) {
  EXPECT_EQ(yuan_text(Fen{22000}), "220.00");
  EXPECT_EQ(yuan_text(Fen{5}), "0.05");
}

}  // namespace
}  // namespace vermilion::tests
