#include "rules/excerpt.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/parse.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace vermilion::rules;
using vermilion::pipeline::CheckDescription;
using vermilion::pipeline::FindingCode;
using vermilion::pipeline::ParameterDescription;

void demand(bool holds) {
  if (!holds) std::abort();
}

constexpr std::array kFinds{FindingCode::ImgPhoto};
constexpr std::array kParameters{ParameterDescription{"photo_max", "", 0.3, 0, 1, "score", "评分"}};
constexpr std::array kChecks{
    CheckDescription{"page_scanned", "scanned", "扫描件", true, kFinds, kParameters}};

// A token lies in the file, and a node inside the one that holds it.
void demand_nested(const yaml::Node& node, yaml::Span outer) {
  demand(outer.begin <= node.span.begin && node.span.begin <= node.span.end);
  demand(node.span.end <= outer.end);
  for (const auto& item : node.items) demand_nested(item, node.span);
  for (const auto& member : node.members) {
    demand(node.span.begin <= member.key_span.begin && member.key_span.end <= node.span.end);
    demand(member.key_span.begin <= member.key_span.end);
    demand_nested(member.value, {0, outer.end});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // The first byte chooses the name, and with it what kind of file the rest is taken for.
  constexpr std::array kNames{"documents/a.yaml", "projects/a.yaml", "projects/a.test.yaml", "a"};
  const yaml::Source source{kNames[data[0] % kNames.size()],
                            std::string(reinterpret_cast<const char*>(data + 1), size - 1)};
  if (const auto tree = yaml::parse(source)) demand_nested(*tree, {0, source.text.size()});
  const schema::Surroundings around{.checks = kChecks, .samples = {"id_card"}, .defects = {"blur"}};
  const auto mistakes = schema::check({&source, 1}, {}, around);
  demand(mistakes.size() == 1 && mistakes.front().size() <= schema::kMistakesMax);
  for (const Mistake& mistake : mistakes.front()) {
    demand(mistake.span.begin <= mistake.span.end && mistake.span.end <= source.text.size());
    demand(render(mistake, source, Language::Chinese).find('^') != std::string::npos);
    demand(render(mistake, source, Language::English).find('^') != std::string::npos);
  }
  return 0;
}
