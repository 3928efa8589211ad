#include "service/authoring/drafts.hpp"

#include "rules/report_json.hpp"
#include "service/store/ledger/ledger.hpp"
#include "service/store/orders/refusals.hpp"
#include "tests/service/authoring/shipped_files.hpp"
#include "tests/service/review/a_desk.hpp"
#include "workflow/digest.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::authoring {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::SizeIs;
using tests::Backend;

constexpr const char* kProject = "projects/yingtan_sunshine.yaml";

std::string dearer() {
  return tests::with(tests::shipped_files().at(kProject), "fee: 22000", "fee: 23000");
}

struct AWorkshop {
  explicit AWorkshop(Backend backend)
      : store(backend),
        kept(projects::Kept::open(store.database).value()),
        drafts(store.orders, *kept, reports) {
    const auto published = kept->publish(sound(tests::shipped_files()).value(), "setup", "first");
    EXPECT_TRUE(published);
  }

  std::string subject_digest(const Draft& draft) {
    return workflow::sha256_of(drafts.subject_of(draft).value());
  }
  // In shadow, with a question by `by`.
  Draft asked(const std::string& id, const std::string& by = "w1") {
    EXPECT_TRUE(drafts.begin(id, "w1", "涨价", {{kProject, dearer()}}));
    const auto shadowed = drafts.shadow(id);
    EXPECT_TRUE(shadowed);
    const auto draft = drafts.ask(id, by, "物价局批复", subject_digest(*shadowed));
    EXPECT_TRUE(draft);
    return *draft;
  }
  std::int64_t live_fee() {
    const auto rules = kept->current_rules("yingtan_sunshine");
    return *rules->operations.front().variants.front().fee_fen;
  }

  tests::AStore store;
  tests::FakeReports reports;
  std::unique_ptr<projects::Kept> kept;
  Drafts drafts;
};

std::string code_of(const review::Trouble& trouble) {
  if (const auto* why = std::get_if<review::NotNow>(&trouble)) return why->code;
  if (const auto* refusal = std::get_if<workflow::Refusal>(&trouble)) {
    return std::string(workflow::name_of(refusal->code));
  }
  if (std::holds_alternative<review::Changed>(trouble)) return "CHANGED";
  if (std::holds_alternative<review::Unknown>(trouble)) return "UNKNOWN";
  return std::holds_alternative<review::AllWrong>(trouble) ? "INVALID" : "DATABASE";
}

class RuleDrafts : public tests::OnBoth {};

TEST_P(RuleDrafts, AreBegunOnceUnderTheirKey) {
  AWorkshop a(GetParam());
  const auto first = a.drafts.begin("draft-0001", "w1", "涨价", {{kProject, dearer()}});
  const auto again = a.drafts.begin("draft-0001", "w1", "涨价", {{kProject, dearer()}});
  ASSERT_TRUE(first && again);
  EXPECT_EQ(*first, *again);
  EXPECT_EQ(code_of(a.drafts.begin("draft-0001", "w2", "另一份", {}).error()), "KEY_REUSED");
  EXPECT_EQ(code_of(a.drafts.begin("draft-0002", "w1", "x", {{"../x.yaml", "y"}}).error()),
            "INVALID");
}

TEST_P(RuleDrafts, AreWrittenFileByFileByTheVersionThatWasShown) {
  AWorkshop a(GetParam());
  const auto draft = a.drafts.begin("draft-0001", "w1", "涨价", {}).value();
  const auto written = a.drafts.write(draft.id, kProject, dearer(), draft.version);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->version, draft.version + 1);
  EXPECT_EQ(code_of(a.drafts.write(draft.id, kProject, "x", draft.version).error()), "CHANGED");
  EXPECT_EQ(code_of(a.drafts.write("nobody's", kProject, "x", {}).error()), "UNKNOWN");
  EXPECT_EQ(a.drafts.files_of(*written)->at(kProject), dearer());
  const auto removed = a.drafts.write(draft.id, "projects/medical_procurement.yaml", {}, {});
  ASSERT_TRUE(removed);
  EXPECT_FALSE(a.drafts.files_of(*removed)->contains("projects/medical_procurement.yaml"));
}

TEST_P(RuleDrafts, RunInShadowOnlyWhereTheyAreSound) {
  AWorkshop a(GetParam());
  ASSERT_TRUE(a.drafts.begin("draft-0001", "w1", "坏的", {{kProject, "project: x\n"}}));
  EXPECT_EQ(code_of(a.drafts.shadow("draft-0001").error()), "INVALID");
  ASSERT_TRUE(a.drafts.write("draft-0001", kProject, dearer(), {}));
  const auto shadowed = a.drafts.shadow("draft-0001");
  ASSERT_TRUE(shadowed);
  EXPECT_EQ(shadowed->state, DraftState::Shadow);
  EXPECT_EQ(a.live_fee(), 22000) << "nothing changes for anybody";
  EXPECT_EQ(code_of(a.drafts.write("draft-0001", kProject, "x", {}).error()), "DRAFT_IS_CLOSED");
}

TEST_P(RuleDrafts, GoLiveByASecondPersonWithTheDigestOfWhatWasShown) {
  AWorkshop a(GetParam());
  const auto before = a.kept->live()->digest;
  const auto draft = a.asked("draft-0001");
  EXPECT_EQ(a.live_fee(), 22000);
  const auto digest = a.subject_digest(draft);
  EXPECT_EQ(code_of(a.drafts.confirm(draft.id, "w1", digest).error()), "SECOND_PERSON_IS_FIRST");
  EXPECT_EQ(code_of(a.drafts.confirm(draft.id, "w2", std::string(64, '0')).error()),
            "SHOWN_SOMETHING_ELSE");
  const auto live = a.drafts.confirm(draft.id, "w2", digest);
  ASSERT_TRUE(live) << code_of(live.error());
  EXPECT_EQ(live->state, DraftState::Live);
  EXPECT_EQ(a.live_fee(), 23000);
  const auto publications = a.drafts.publications().value();
  ASSERT_THAT(publications, SizeIs(2));
  EXPECT_EQ(publications.front().by, "w2");
  EXPECT_EQ(publications.back().rule_set, before);
  const auto kinds = a.store.database.read([](store::database::Transaction& transaction) {
    std::vector<std::string> found;
    for (const auto& entry : store::ledger::stream(transaction, "rules"))
      found.push_back(entry.kind);
    return found;
  });
  EXPECT_THAT(*kinds, ElementsAre("draft_in_shadow", "publication_asked", "rules_published"));
  const auto refused = a.store.database.read([](store::database::Transaction& transaction) {
    return store::ledger::stream(transaction, store::orders::kRefusals).size();
  });
  EXPECT_GE(*refused, 1U);
}

TEST_P(RuleDrafts, KeepTheRulesOfOrdersThatWereBegunBefore) {
  AWorkshop a(GetParam());
  const auto old = a.kept->current_rules("yingtan_sunshine")->digest;
  const auto draft = a.asked("draft-0001");
  ASSERT_TRUE(a.drafts.confirm(draft.id, "w2", a.subject_digest(draft)));
  EXPECT_NE(a.kept->current_rules("yingtan_sunshine")->digest, old);
  ASSERT_NE(a.kept->rules_with_digest("yingtan_sunshine", old), nullptr);
  EXPECT_EQ(a.kept->rules_with_digest("yingtan_sunshine", old)
                ->operations.front()
                .variants.front()
                .fee_fen,
            22000);
}

TEST_P(RuleDrafts, DoNotGoLiveOverRulesTheyNeverSaw) {
  AWorkshop a(GetParam());
  const auto first = a.asked("draft-0001");
  auto files = tests::shipped_files();
  ASSERT_TRUE(
      a.drafts.begin("draft-0002", "w3", "另一项",
                     {{kProject, tests::with(files.at(kProject), "fee: 19000", "fee: 18000")}}));
  const auto second = a.drafts.shadow("draft-0002");
  ASSERT_TRUE(second);
  ASSERT_TRUE(a.drafts.ask("draft-0002", "w3", "降价", a.subject_digest(*second)));
  ASSERT_TRUE(a.drafts.confirm(first.id, "w2", a.subject_digest(first)));
  EXPECT_EQ(code_of(a.drafts.confirm("draft-0002", "w2", a.subject_digest(*second)).error()),
            "DRAFT_IS_OUTDATED");
  EXPECT_TRUE(a.drafts.is_outdated(a.drafts.find("draft-0002").value()));
}

TEST_P(RuleDrafts, AreNotAskedForBeforeTheyWereInShadow) {
  AWorkshop a(GetParam());
  ASSERT_TRUE(a.drafts.begin("draft-0001", "w1", "涨价", {{kProject, dearer()}}));
  EXPECT_EQ(code_of(a.drafts.ask("draft-0001", "w1", "x", std::string(64, '0')).error()),
            "DRAFT_NOT_IN_SHADOW");
  EXPECT_EQ(code_of(a.drafts.confirm("draft-0001", "w2", std::string(64, '0')).error()),
            "DRAFT_NOT_IN_SHADOW");
}

TEST_P(RuleDrafts, AreRolledBackToWhatWasLiveBeforeAndNothingElse) {
  AWorkshop a(GetParam());
  const auto first = a.kept->live()->digest;
  const auto draft = a.asked("draft-0001");
  ASSERT_TRUE(a.drafts.confirm(draft.id, "w2", a.subject_digest(draft)));
  EXPECT_EQ(code_of(a.drafts.roll_back(a.kept->live()->digest, "w1", "x").error()),
            "RULES_ARE_LIVE");
  EXPECT_EQ(code_of(a.drafts.roll_back(std::string(64, '0'), "w1", "x").error()), "UNKNOWN");
  const auto back = a.drafts.roll_back(first, "w1", "价格写错");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->number, 3);
  EXPECT_EQ(a.live_fee(), 22000);
  // Tried out, never live.
  ASSERT_TRUE(a.drafts.begin("draft-0002", "w1", "又涨",
                             {{kProject, tests::with(dearer(), "fee: 23000", "fee: 24000")}}));
  const auto shadowed = a.drafts.shadow("draft-0002").value();
  const auto tried = projects::digest_of(a.drafts.files_of(shadowed).value());
  EXPECT_EQ(code_of(a.drafts.roll_back(tried, "w1", "x").error()), "UNKNOWN");
}

// A report as inspections keep it, of a page that can be looked at and lacks its seal.
std::string a_kept_report(const rules::Project& project) {
  pipeline::Report report;
  report.file = "scan.jpg";
  report.sha256 = std::string(64, 'a');
  report.readable = false;
  report.findings = {pipeline::finding(pipeline::FindingCode::ImgTruncated)};
  report.findings.front().check = "decode";
  report.asked.max_bytes = 1 << 20;
  rules::Judgement judgement;
  judgement.verdict = rules::Verdict::Unreadable;
  judgement.findings = report.findings;
  judgement.rules = rules::RuleSet{project.id, "licence", "licence_copy", project.digest};
  return rules::to_json(report, judgement, false).dump();
}

TEST_P(RuleDrafts, JudgeEveryReportThatComesOnce) {
  AWorkshop a(GetParam());
  const auto rules = a.kept->current_rules("yingtan_sunshine");
  const auto keep = [&](int number, std::int64_t at_ms) {
    a.reports.stored.push_back({{.kept_at_ms = at_ms,
                                 .order = "O" + std::to_string(number),
                                 .slot = "licence",
                                 .version = 1,
                                 .rules = rules->digest,
                                 .sha256 = std::string(64, 'a'),
                                 .verdict = "unreadable"},
                                a_kept_report(*rules)});
  };
  const std::int64_t now_ms = *a.store.now_ms;
  keep(1, now_ms - 10'000);  // before the shadow
  ASSERT_TRUE(a.drafts.begin("draft-0001", "w1", "涨价", {{kProject, dearer()}}));
  ASSERT_TRUE(a.drafts.shadow("draft-0001"));
  keep(2, now_ms + 10'000);
  keep(3, now_ms + 20'000);
  EXPECT_EQ(a.drafts.catch_up().value(), 2U);
  EXPECT_EQ(a.drafts.catch_up().value(), 0U);
  keep(4, now_ms + 15'000);  // written down late
  EXPECT_EQ(a.drafts.catch_up().value(), 1U);
  const auto counts = a.drafts.shadow_counts("draft-0001").value();
  EXPECT_EQ(counts.reports, 3);
  EXPECT_EQ(counts.alike, 3);
  EXPECT_EQ(counts.verdicts.at({"unreadable", "unreadable"}), 3);
}

INSTANTIATE_TEST_SUITE_P(, RuleDrafts, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::authoring
