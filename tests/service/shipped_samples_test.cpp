#include "pipeline/checks/catalogue.hpp"
#include "pipeline/inspect.hpp"
#include "rules/general.hpp"
#include "rules/judge.hpp"
#include "samples/shipped.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

// The samples beside the program, as a newcomer inspects them: what is said of each is what was
// expected.
namespace vermilion {
namespace {

namespace fs = std::filesystem;

const fs::path kSource{VERMILION_SOURCE_DIR};
const fs::path kFolder = kSource / "samples" / "shipped";

std::string contents_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

fs::path picture_of(const std::string& path) {
  for (const char* extension : {".jpg", ".png", ".bmp"}) {
    if (fs::exists(kFolder / (path + extension))) return kFolder / (path + extension);
  }
  return kFolder / (path + ".jpg");
}

pipeline::Plan plan_for(const std::string& path) {
  const auto checks = pipeline::check_descriptions();
  const auto plan = rules::general_plan_for(path.substr(0, path.find('/')), checks);
  return plan ? *plan : rules::general_plan(checks);
}

nlohmann::ordered_json outcome_of(const pipeline::Report& report) {
  nlohmann::ordered_json outcome{{"verdict", rules::name(rules::judge(report, {}).verdict)},
                                 {"findings", nlohmann::json::array()}};
  for (const auto& finding : rules::judge(report, {}).findings) {
    outcome["findings"].push_back(pipeline::name(finding.code));
  }
  return outcome;
}

class ShippedSample : public testing::TestWithParam<samples::ShippedSample> {
 protected:
  static pipeline::Inspector& inspector() {
    static auto created = pipeline::Inspector::create(kSource / "models");
    return created.value();
  }
};

TEST_P(ShippedSample, IsJudgedAsItsFileSays) {
  const std::string& path = GetParam().sample.path;
  const std::string bytes = contents_of(picture_of(path));
  ASSERT_FALSE(bytes.empty())
      << "draw them again: vermilion samples make --shipped --out samples/shipped";
  const auto report = inspector().inspect(
      {reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}, path, plan_for(path));
  const auto expected =
      nlohmann::ordered_json::parse(contents_of(kFolder / (path + ".expected.json")));
  EXPECT_EQ(outcome_of(report), expected);
}

TEST_P(ShippedSample, LiesBesideWhatItsRecipeExpects) {
  const auto written =
      nlohmann::json::parse(contents_of(kFolder / (GetParam().sample.path + ".expected.json")));
  std::vector<std::string> codes;
  for (const auto code : GetParam().expected.findings) codes.emplace_back(pipeline::name(code));
  EXPECT_EQ(written["verdict"], GetParam().expected.verdict);
  EXPECT_EQ(written["findings"], codes);
}

std::string case_name(const testing::TestParamInfo<samples::ShippedSample>& info) {
  std::string name = info.param.sample.path;
  for (char& c : name) c = c == '/' ? '_' : c;
  return name;
}

INSTANTIATE_TEST_SUITE_P(, ShippedSample, testing::ValuesIn(samples::shipped()), case_name);

TEST(ShippedSamples, LookalikesYieldNeitherSealNorCode) {
  auto inspector = pipeline::Inspector::create(kSource / "models");
  ASSERT_TRUE(inspector);
  for (const auto& entry : fs::directory_iterator(kFolder / "lookalikes")) {
    if (entry.path().extension() != ".jpg") continue;
    const std::string bytes = contents_of(entry.path());
    const auto report =
        inspector->inspect({reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}, "",
                           rules::general_plan(pipeline::check_descriptions()));
    EXPECT_FALSE(report.facts.credit_code) << entry.path();
    EXPECT_TRUE(!report.facts.seals || report.facts.seals->empty()) << entry.path();
  }
}

}  // namespace
}  // namespace vermilion
