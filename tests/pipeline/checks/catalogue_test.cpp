#include "pipeline/checks/catalogue.hpp"

#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <set>
#include <sstream>

namespace vermilion::pipeline {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = VERMILION_SOURCE_DIR;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The text of a file without line breaks and comment marks, for finding phrases wherever they wrap.
std::string prose_of(const fs::path& file) {
  std::istringstream words(text_of(file));
  std::string prose;
  for (std::string word; words >> word;) {
    if (word != "//") prose += word + ' ';
  }
  return prose;
}

TEST(Catalogue, IdsAreUniqueAndLeadToTheirCheck) {
  std::set<std::string_view> ids;
  for (const checks::Check& check : checks::catalogue()) {
    EXPECT_TRUE(ids.insert(check.description.id).second) << check.description.id;
    EXPECT_EQ(checks::find(check.description.id), &check);
    EXPECT_NE(check.measure, nullptr) << check.description.id;
  }
  EXPECT_EQ(checks::find("no_such_check"), nullptr);
  EXPECT_EQ(checks::find(""), nullptr);
}

TEST(Catalogue, DescriptionsAreThoseOfTheChecksInTheirOrder) {
  const auto descriptions = check_descriptions();
  const auto catalogue = checks::catalogue();
  ASSERT_EQ(descriptions.size(), catalogue.size());
  for (std::size_t i = 0; i < catalogue.size(); ++i) {
    EXPECT_EQ(descriptions[i].id, catalogue[i].description.id);
  }
}

// A check's id is the name of its files, of its test and of its page for rule authors: the comment
// in its header.
TEST(Catalogue, EveryCheckHasItsFilesItsPageAndItsTest) {
  for (const auto& check : check_descriptions()) {
    const std::string id(check.id);
    EXPECT_TRUE(fs::exists(kRoot / "pipeline/checks" / (id + ".cpp"))) << id;
    EXPECT_TRUE(fs::exists(kRoot / "tests/pipeline/checks" / (id + "_test.cpp"))) << id;
    const std::string page = prose_of(kRoot / "pipeline/checks" / (id + ".hpp"));
    for (const auto* heading : {" Holds when ", " Fails ", " Known misses: ", " Why: "}) {
      EXPECT_THAT(page, testing::HasSubstr(heading)) << id;
    }
  }
}

// A check that is not listed would be compiled, tested and never run.
TEST(Catalogue, EverySourceOfTheFolderIsListed) {
  const std::set<std::string> kOthers{"catalogue", "check", "form_parts", "holder_seals",
                                      "validity"};
  for (const auto& entry : fs::directory_iterator(kRoot / "pipeline/checks")) {
    const std::string id = entry.path().stem();
    EXPECT_TRUE(kOthers.contains(id) || checks::find(id) != nullptr) << entry.path();
  }
}

bool is_chinese(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE4; });
}

TEST(Catalogue, SummariesAreThereInBothLanguages) {
  for (const auto& check : check_descriptions()) {
    EXPECT_FALSE(check.summary.empty() || is_chinese(check.summary)) << check.id;
    EXPECT_TRUE(is_chinese(check.summary_zh)) << check.id;
    for (const auto& parameter : check.parameters) {
      EXPECT_FALSE(parameter.summary.empty() || is_chinese(parameter.summary)) << parameter.name;
      EXPECT_TRUE(is_chinese(parameter.summary_zh)) << parameter.name;
    }
  }
}

TEST(Catalogue, ParametersFallBackWithinTheirBoundsAndEndInTheirUnit) {
  for (const auto& check : check_descriptions()) {
    std::set<std::string_view> names;
    for (const auto& parameter : check.parameters) {
      EXPECT_TRUE(names.insert(parameter.name).second) << check.id << '.' << parameter.name;
      EXPECT_LT(parameter.min, parameter.max) << check.id << '.' << parameter.name;
      EXPECT_GE(parameter.fallback, parameter.min) << check.id << '.' << parameter.name;
      EXPECT_LE(parameter.fallback, parameter.max) << check.id << '.' << parameter.name;
      const bool has_length = parameter.unit == "mm" || parameter.unit == "deg";
      EXPECT_TRUE(!has_length || parameter.name.ends_with("_" + std::string(parameter.unit)))
          << check.id << '.' << parameter.name;
    }
  }
}

// Where a value may warn or block, it warns first: the worse value of the two blocks.
TEST(Catalogue, WarningComesBeforeRefusal) {
  for (const auto& check : check_descriptions()) {
    for (const auto& warn : check.parameters) {
      const auto at = warn.name.find("warn");
      if (at == warn.name.npos) continue;
      const std::string name = std::string(warn.name).replace(at, 4, "block");
      const auto block = std::ranges::find(check.parameters, name, &ParameterDescription::name);
      ASSERT_NE(block, check.parameters.end()) << check.id << '.' << warn.name;
      const bool more_is_better = warn.unit == "dpi";
      EXPECT_EQ(warn.fallback > block->fallback, more_is_better) << check.id << '.' << warn.name;
      EXPECT_NE(warn.fallback, block->fallback) << check.id << '.' << warn.name;
    }
  }
}

// Said before there is a page, or by what holds a scan against its order and the others of it.
bool is_said_elsewhere(std::string_view code) {
  static const std::set<std::string_view> kElsewhere{"FMT_EMPTY",
                                                     "FMT_TYPE",
                                                     "FMT_MISMATCH",
                                                     "FMT_SIZE",
                                                     "IMG_PIXELS",
                                                     "IMG_SCANS",
                                                     "IMG_CHUNKS",
                                                     "IMG_VARIANT",
                                                     "IMG_TRUNCATED",
                                                     "IMG_CORRUPT",
                                                     "USCC_NOT_EQUAL_ACCOUNT",
                                                     "NAME_WIDTH",
                                                     "NAME_MISSING",
                                                     "NAME_EXTRA",
                                                     "NAME_CHAR",
                                                     "LEGAL_NAME_MISMATCH",
                                                     "AGENT_NAME_MISMATCH",
                                                     "JIANGXI_HEAD_MISMATCH",
                                                     "PROJECT_REGION_MISMATCH",
                                                     "MAIN_LOCK_EXISTS",
                                                     "VERIFY_NOT_DONE",
                                                     "DOC_MISSING",
                                                     "DUPLICATE_IMAGE",
                                                     "TPL_BAD_SIGNATURE",
                                                     "TPL_WRONG_ORDER",
                                                     "TPL_WRONG_PROJECT",
                                                     "TPL_WRONG_DOCUMENT",
                                                     "TPL_STALE",
                                                     "DOC_KIND_UNKNOWN"};
  return kElsewhere.contains(code);
}

// That a seal is missing is told of a page, and of a box of a form that is placed; that something
// was copied smaller, of a form and of a card.
bool is_told_of_a_part_too(const CheckDescription& check, FindingCode code) {
  return (check.id == "boxes_stamped" && code == FindingCode::SealNone) ||
         (check.id == "card_original_size" && code == FindingCode::CopyReduced);
}

TEST(Catalogue, EveryCodeOfAPageIsFoundByOneCheckAndNoOther) {
  std::map<FindingCode, std::string_view> finder;
  for (const auto& check : check_descriptions()) {
    EXPECT_FALSE(check.finds.empty()) << check.id;
    for (const FindingCode code : check.finds) {
      if (is_told_of_a_part_too(check, code)) continue;
      EXPECT_TRUE(finder.emplace(code, check.id).second)
          << name(code) << " by " << check.id << " and " << finder[code];
    }
  }
  for (const FindingKind& kind : finding_kinds()) {
    EXPECT_NE(finder.contains(kind.code), is_said_elsewhere(kind.name)) << kind.name;
  }
}

Plan plan_of_all(bool general_only) {
  Plan plan;
  for (const auto& check : check_descriptions()) {
    if (check.general || !general_only) plan.checks.push_back({.check = std::string(check.id)});
  }
  return plan;
}

// A damaged page on which as many checks as possible have something to say.
TEST(Catalogue, ChecksFindOnlyWhatTheyDeclare) {
  using enum samples::Defect;
  auto recipe = tests::a_stamped_copy();
  for (const auto& [defect, strength] : {std::pair(Blur, 0.3),
                                         {Skew, 6.0},
                                         {Turn180, 180.0},
                                         {SealFaded, 0.2},
                                         {SealSmeared, 2.5},
                                         {SealSpeckle, 12.0},
                                         {BackgroundGrey, 0.4},
                                         {CodeWrong, 1.0},
                                         {SealOverName, 1.0}}) {
    recipe = tests::with(recipe, defect, strength);
  }
  const Report report = tests::inspected(tests::a_sample(recipe), plan_of_all(false));
  EXPECT_GT(report.findings.size(), 5u);
  for (const Finding& found : report.findings) {
    const auto& finds = checks::find(found.check)->description.finds;
    EXPECT_NE(std::ranges::find(finds, found.code), finds.end())
        << found.check << " found " << name(found.code);
  }
}

// The applicants who did all right hear nothing.
struct Clean {
  std::string name;
  samples::Recipe recipe;

  friend std::ostream& operator<<(std::ostream& out, const Clean& clean) {
    return out << clean.name;
  }
};

class CleanCopy : public testing::TestWithParam<Clean> {};

TEST_P(CleanCopy, HasNoFindings) {
  const auto& sample = tests::a_sample(GetParam().recipe);
  EXPECT_EQ(tests::codes(tests::inspected(sample, plan_of_all(true))), "");
}

std::vector<Clean> clean_copies() {
  using enum samples::DocumentKind;
  std::vector<Clean> copies;
  for (const auto& [name, document] : {std::pair("licence_2014", BusinessLicence2014),
                                       {"licence_2019", BusinessLicence2019},
                                       {"institution", InstitutionCertificate},
                                       {"association", AssociationCertificate},
                                       {"medical", MedicalLicence},
                                       {"seal_sheet", SealSheet}}) {
    for (const std::uint64_t seed : {1, 4}) {
      const auto recipe = tests::a_stamped_copy_of(document, seed);
      const std::string of_seed = "_" + std::to_string(seed);
      copies.push_back({name + ("_grey" + of_seed), recipe});
      copies.push_back({name + ("_colour" + of_seed), tests::in_colour(recipe)});
    }
  }
  return copies;
}

INSTANTIATE_TEST_SUITE_P(, CleanCopy, testing::ValuesIn(clean_copies()),
                         [](const auto& clean) { return clean.param.name; });

}  // namespace
}  // namespace vermilion::pipeline
