#include "bench/speed/forms.hpp"

#include "bench/speed/cpu_clock.hpp"
#include "bench/speed/statistics.hpp"
#include "rules/compile.hpp"
#include "rules/forms/drawing/print.hpp"
#include "rules/yaml/parse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <vector>

namespace vermilion::speed {
namespace {

namespace fs = std::filesystem;
namespace forms = rules::forms;

// The forms of the document types as they are, before any project changes them.
std::vector<rules::DocumentType> types_with_forms(const fs::path& folder) {
  std::vector<fs::path> files(fs::directory_iterator(folder), {});
  std::ranges::sort(files);
  std::vector<rules::DocumentType> types;
  for (const fs::path& path : files) {
    std::ifstream in(path, std::ios::binary);
    const rules::yaml::Source source{path.string(), {std::istreambuf_iterator<char>(in), {}}};
    auto tree = rules::yaml::parse(source);
    if (!tree) throw std::runtime_error(fmt::format("{} is no rule file", path.string()));
    auto type = rules::compile_document({path.stem().string(), source, std::move(*tree)});
    if (type && !type->form.empty()) types.push_back(std::move(*type));
  }
  return types;
}

// As long as what usually stands there, of characters no other fact has.
forms::FormFacts facts_of_an_order() {
  forms::FormFacts facts;
  for (const auto name : forms::form_fact_names())
    facts.values[std::string(name)] = "江西墨舟建设工程";
  facts.values["order_number"] = "20261121093000017";
  facts.values["date"] = "2026-11-21";
  facts.values["mailing"] = "资料按顺序整理，在左上角用回形针夹住，不要装订。";
  facts.rows["paper"].assign(
      5, {{"number", "1"}, {"document", "申请表"}, {"kind", "原件"}, {"note", "加盖公章原章"}});
  return facts;
}

std::size_t print(const rules::DocumentType& type, const forms::FormFacts& facts) {
  const forms::Key key{1, std::string(32, 'k')};
  const auto filled = forms::fill(type.form, type.name.zh, facts);
  if (!filled) throw std::runtime_error(filled.error().detail);
  const auto payload = forms::encode({.order = filled->order_number,
                                      .project = "jiangxi_public_resources",
                                      .document = type.id,
                                      .generation = 1,
                                      .facts = forms::digest_of(filled->printed)},
                                     key);
  if (!payload) throw std::runtime_error(payload.error().detail);
  const auto pdf = forms::drawing::pdf(*filled, *payload);
  if (!pdf) throw std::runtime_error(pdf.error().detail);
  return pdf->size();
}

}  // namespace

MaybeRow forms_row(const Settings& settings) {
  const auto types = types_with_forms(settings.rules / "documents");
  if (types.empty()) return tl::make_unexpected("no forms");
  const forms::FormFacts facts = facts_of_an_order();
  print(types.front(), facts);  // the fonts are loaded once in the life of a server
  std::vector<double> ms;
  std::vector<double> kb;
  for (const auto& type : types) {
    double least = std::numeric_limits<double>::max();
    std::size_t bytes = 0;
    for (int round = 0; round < settings.rounds; ++round) {
      const double begin = cpu_ms();
      bytes = print(type, facts);
      least = std::min(least, cpu_ms() - begin);
    }
    ms.push_back(least);
    kb.push_back(static_cast<double>(bytes) / 1000);
  }
  return Row{median(ms),
             {{"forms", static_cast<double>(types.size())},
              {"ms", median(ms)},
              {"ms_p95", p95(ms)},
              {"kb", median(kb)}}};
}

}  // namespace vermilion::speed
