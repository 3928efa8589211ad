#include "service/cli/program.hpp"
#include "service/commands/inspect.hpp"
#include "service/commands/rules.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

// One more project, with a document type nobody had before, is a matter of writing rule files.
namespace vermilion {
namespace {

using service::cli::ExitCode;
using testing::HasSubstr;

constexpr const char* kModels = VERMILION_SOURCE_DIR "/models";

constexpr const char* kStampedSheet = R"(document: stamped_sheet
name: {zh: 盖章的表, en: Stamped sheet}
kinds: [seal_sheet]
files: {formats: [jpeg, png], max_bytes: 1048576, source: S1/2.16}
checks:
  - {rule: sheet_kind, check: document_kind_matches, source: S1/2.21}
  - {rule: sheet_sealed, check: seal_present, source: S1/2.21}
  - {rule: sheet_strong, check: seal_strong, with: {strength_min: 0.55}, level: block, source: S1/2.17}
)";

constexpr const char* kProject = R"(project: harbour
name: {zh: 港口招标, en: Harbour tenders}
source: S1
draft: false
scope: {zh: 用于港口招标。, en: For tenders of the harbour.}
region: {prefix: "36", organisations: inside, source: S0/1.15}
verification: {legal_person: false, source: S1/2.10}
operations:
  new:
    source: S1/2.1
    variants:
      standard: {name: {zh: 标准, en: Standard}, fee: 20000, source: S1/2.28}
payment: {methods: [wechat], source: S1/2.28}
freight: {to_us: applicant, to_applicant: collect, source: S1/2.34}
sla: {making: 2, source: S1/2.36}
documents:
  - {slot: sheet, type: stamped_sheet, when: operation == new, source: S1/2.21}
paper:
  - {slot: sheet, source: S1/2.30}
)";

constexpr const char* kCases = R"(project: harbour
cases:
  - name: 盖章清楚，通过
    slot: sheet
    order: {operation: new, variant: standard}
    sample: {document: seal_sheet, seed: 519}
    must: []
    verdict: accept
  - name: 印模太淡，本项目退回
    slot: sheet
    order: {operation: new, variant: standard}
    sample: {document: seal_sheet, seed: 522, defects: [{seal_faded: 0.2}]}
    must: [sheet_strong]
    verdict: reject
  - name: 外省企业
    order: {operation: new, variant: standard, credit_code: 911199991234567881}
    must: [PROJECT_REGION_MISMATCH]
)";

struct Answer {
  ExitCode code;
  std::string out;
  std::string err;
};

Answer answer_to(const std::vector<std::string>& arguments) {
  const service::cli::Command table[] = {{"inspect", "",
                                          [](CLI::App& app, service::cli::Console& console) {
                                            return service::commands::inspect(
                                                app, console, service::commands::real_pipeline());
                                          }},
                                         {"rules", "", service::commands::rules}};
  std::ostringstream out;
  std::ostringstream err;
  service::cli::Console console{stdin, out, err};
  const ExitCode code = service::cli::run(table, arguments, console);
  return {code, out.str(), err.str()};
}

class OneMoreProject : public testing::Test {
 protected:
  OneMoreProject() {
    folder_.write("rules/documents/stamped_sheet.yaml", kStampedSheet);
    folder_.write("rules/projects/harbour.yaml", kProject);
    folder_.write("rules/projects/harbour.test.yaml", kCases);
  }

  std::string rules() const { return (folder_.path() / "rules").string(); }

  tests::TemporaryFolder folder_;
};

TEST_F(OneMoreProject, IsCheckedAndTestedAndJudges) {
  const Answer checked = answer_to({"rules", "check", rules(), "--rules", rules()});
  EXPECT_EQ(checked.code, ExitCode::Accepted) << checked.out;

  const std::string pictures = (folder_.path() / "pictures").string();
  const Answer tested = answer_to({"rules", "test", "--rules", rules(), "--models", kModels});
  EXPECT_EQ(tested.code, ExitCode::Accepted) << tested.out << tested.err;

  // Expect what is not so: the case fails and leaves its picture, which `inspect` judges alike.
  std::string wrong = kCases;
  wrong.replace(wrong.find("verdict: reject"), 15, "verdict: accept");
  folder_.write("rules/projects/harbour.test.yaml", wrong);
  const Answer failed = answer_to({"rules", "test", "--rules", rules(), "--models", kModels,
                                   "--lang", "en", "--pictures", pictures});
  EXPECT_EQ(failed.code, ExitCode::Defects) << failed.err;
  EXPECT_THAT(failed.out, HasSubstr("harbour.test.yaml:9: failed: 印模太淡，本项目退回"));
  EXPECT_THAT(failed.out, HasSubstr("verdict: accepted expected, is rejected"));

  const Answer inspected =
      answer_to({"inspect", "--project", "harbour", "--document", "sheet", "--rules", rules(),
                 "--models", kModels, "--format", "json", pictures + "/harbour_9_sheet.jpg"});
  EXPECT_EQ(inspected.code, ExitCode::Defects) << inspected.err;
  const auto report = nlohmann::json::parse(inspected.out).at(0);
  EXPECT_EQ(report.at("verdict"), "reject");
  EXPECT_EQ(report.at("findings").at(0).at("rule"), "harbour/stamped_sheet/sheet_strong");
}

}  // namespace
}  // namespace vermilion
