#include "rules/schema/json_schema.hpp"

#include "rules/yaml/parse.hpp"
#include "tests/rules/schema/surroundings.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

// The schema and validate() come from one table; here somebody else's validator says whether they
// agree.
namespace vermilion::rules::schema {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using enum MistakeCode;

// What JSON Schema can express of what validate() finds.
const std::set<MistakeCode> kExpressible{
    ValueMissing,     TypeWrong,     BooleanWrong,    NumberWrong,  NumberWithUnit,
    NumberWithLetter, NumberGrouped, NumberFullWidth, NumberQuoted, NumberNotWhole,
    RangeWrong,       TextEmpty,     ListEmpty,       ValueUnknown, IdWrong,
    SourceWrong,      KeyUnknown,    KeysExclude,     CheckUnknown, ParameterUnknown,
    FindingUnknown};

// A scalar as YAML 1.2 reads it, which is what editors do.
Json scalar(const yaml::Node& node) {
  if (node.quoted) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  double number = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, number);
  if (error != std::errc() || stop != end) return node.text;
  return node.text.find('.') == std::string::npos ? Json(static_cast<std::int64_t>(number))
                                                  : Json(number);
}

Json json_of(const yaml::Node& node) {
  if (node.kind == yaml::NodeKind::Null) return nullptr;
  if (node.kind == yaml::NodeKind::Scalar) return scalar(node);
  if (node.kind == yaml::NodeKind::Sequence) {
    Json list = Json::array();
    for (const auto& item : node.items) list.push_back(json_of(item));
    return list;
  }
  Json object = Json::object();
  for (const auto& member : node.members) object[member.key] = json_of(member.value);
  return object;
}

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

const char* const kKinds[] = {"document", "project", "cases"};

// {"name", "kind", "file", "refused"}
Json instance(const fs::path& path) {
  const yaml::Source source{path.filename(), read(path)};
  const auto tree = yaml::parse(source);
  if (!tree) return nullptr;
  const auto mistakes = tests::mistakes_of(source);
  if (!mistakes.empty() && !kExpressible.contains(mistakes.front().code)) return nullptr;
  // A parameter of a rule in another file, of which the schema cannot know the check.
  if (source.name == "parameter_of_changed_rule.yaml") return nullptr;
  if (source.name == "keys_exclude_with.yaml") return nullptr;
  return {{"name", source.name},
          {"kind", kKinds[static_cast<int>(kind_of(*tree, source))]},
          {"file", json_of(*tree)},
          {"refused", !mistakes.empty()}};
}

constexpr const char* kValidate = R"(
import json, sys
try:
    from jsonschema import Draft202012Validator as V
except ImportError:
    sys.exit(77)
told = json.load(open(sys.argv[1]))
for schema in told['schemas'].values():
    V.check_schema(schema)
wrong = 0
for case in told['instances']:
    errors = [e.message for e in V(told['schemas'][case['kind']]).iter_errors(case['file'])]
    if bool(errors) != case['refused']:
        wrong += 1
        print(case['name'], 'should be refused and is not' if case['refused'] else errors[:3])
sys.exit(1 if wrong else 0)
)";

// The exit status of Debian's validator over the instances.
int validated(const Json& told, const fs::path& folder) {
  std::ofstream(folder / "told.json") << told;
  std::ofstream(folder / "validate.py") << kValidate;
  const std::string command = "/usr/bin/python3 " + (folder / "validate.py").string() + " " +
                              (folder / "told.json").string();
  return WEXITSTATUS(std::system(command.c_str()));
}

TEST(JsonSchema, AgreesWithValidateOnEveryBrokenFileItCanExpress) {
  const auto catalogue = tests::small_catalogue();
  Json told;
  for (const FileKind kind : {FileKind::Document, FileKind::Project, FileKind::Cases}) {
    told["schemas"][kKinds[static_cast<int>(kind)]] = json_schema(kind, catalogue.checks);
  }
  told["instances"] = Json::array();
  for (const auto& entry :
       fs::directory_iterator(fs::path(VERMILION_SOURCE_DIR) / "tests/rules/broken")) {
    if (entry.path().extension() != ".yaml") continue;
    Json one = instance(entry.path());
    if (!one.is_null()) told["instances"].push_back(std::move(one));
  }
  EXPECT_GE(told["instances"].size(), 60u);
  const tests::TemporaryFolder folder;
  const int status = validated(told, folder.path());
  if (status == 77) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_EQ(status, 0);
}

TEST(JsonSchema, IsTheSameEveryTime) {
  const auto catalogue = tests::small_catalogue();
  EXPECT_EQ(json_schema(FileKind::Project, catalogue.checks).dump(),
            json_schema(FileKind::Project, catalogue.checks).dump());
}

TEST(JsonSchema, NamesParametersWithTheirBounds) {
  const auto catalogue = tests::small_catalogue();
  const Json schema = json_schema(FileKind::Document, catalogue.checks);
  const Json& rule = schema.at("$defs").at("rule").at("allOf").at(0);
  EXPECT_EQ(rule.at("if").at("properties").at("check").at("const"), "page_scanned");
  const Json& parameter =
      rule.at("then").at("properties").at("with").at("properties").at("side_min_mm");
  EXPECT_EQ(parameter.at("minimum"), 5);
  EXPECT_EQ(parameter.at("maximum"), 400);
}

}  // namespace
}  // namespace vermilion::rules::schema
