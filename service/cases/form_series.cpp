#include "service/cases/form_series.hpp"

#include "samples/defects.hpp"
#include "samples/form_faults.hpp"
#include "samples/random.hpp"
#include "service/cases/printed_form.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string_view>
#include <system_error>

namespace vermilion::service::cases {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Written = tl::expected<void, std::string>;

double strength_of(const std::string& id, samples::Random random) {
  const auto defect = samples::defect_named(id);
  if (!defect) return 1;
  const auto& row = samples::describe(*defect);
  return random.uniform(row.mildest, row.strongest);
}

rules::Case case_of(const FormSeries& series, std::uint64_t seed) {
  const rules::Operation& operation = series.project->operations.front();
  rules::CaseDocument document{.slot = series.slot,
                               .alternative = {},
                               .sample = {.document = std::string(kForm),
                                          .seed = seed,
                                          .in_colour = false,
                                          .dpi = series.dpi,
                                          .defects = {}}};
  for (const std::string& id : series.defects) {
    document.sample.defects.push_back({id, strength_of(id, samples::Random(seed).child(id))});
  }
  rules::Case each;
  each.order.operation = operation.id;
  if (!operation.variants.empty()) each.order.variant = operation.variants.front().id;
  each.documents = {std::move(document)};
  return completed(each);
}

json order_json(const rules::OrderFacts& order) {
  json object = json::object();
  for (const auto names : {rules::text_fact_names(), rules::order_detail_names()}) {
    for (const std::string_view name : names) {
      if (const auto text = rules::text_fact(order, name)) object[std::string(name)] = *text;
    }
  }
  return object;
}

json truth_json(const FormSeries& series, const rules::CaseSample& sample,
                const samples::FormSample& scan) {
  json defects = json::array();
  for (const rules::PlantedDefect& planted : sample.defects) {
    defects.push_back({{"id", planted.id}, {"strength", planted.strength}});
  }
  json truth{{"project", series.project->id},
             {"document", series.slot},
             {"seed", sample.seed},
             {"defects", std::move(defects)},
             {"page",
              {{"width", scan.width},
               {"height", scan.height},
               {"turn_deg", scan.turn_deg},
               {"picture_from_mm", scan.picture_from_mm}}}};
  if (!scan.written_day.empty()) truth["written_day"] = scan.written_day;
  return truth;
}

Written write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) return {};
  return tl::make_unexpected(fmt::format("cannot write {}", path.string()));
}

Written write_key(const fs::path& folder) {
  const rules::forms::Key& key = form_key();
  std::string line = fmt::format("{} ", key.id);
  for (const char byte : key.secret) line += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return write_file(folder / "forms.key", line + "\n");
}

Written write_one(const FormSeries& series, int nth, const fs::path& folder) {
  const rules::Case each = case_of(series, series.seed + static_cast<std::uint64_t>(nth));
  const rules::CaseDocument& document = each.documents.front();
  if (const auto why = wrong_with_form(*series.project, document); !why.empty()) {
    return tl::make_unexpected(why);
  }
  const samples::FormSample scan = form_sample(*series.project, each, document);
  const std::string stem = fmt::format("{:04}", nth + 1);
  const auto truth = truth_json(series, document.sample, scan);
  const std::string_view bytes(reinterpret_cast<const char*>(scan.bytes.data()),
                               scan.bytes.size());
  return write_file(folder / (stem + "." + scan.extension), bytes)
      .and_then([&] { return write_file(folder / (stem + ".truth.json"), truth.dump(2) + "\n"); })
      .and_then([&] {
        return write_file(folder / (stem + ".order.json"), order_json(each.order).dump(2) + "\n");
      });
}

}  // namespace

std::vector<std::string> form_defects() {
  std::vector<std::string> ids;
  for (const auto& fault : samples::form_faults()) ids.emplace_back(fault.id);
  for (const std::string_view fault : print_faults()) ids.emplace_back(fault);
  for (const auto& defect : samples::defects()) {
    if (samples::can_have(defect.defect)) ids.emplace_back(defect.id);
  }
  return ids;
}

Written write_forms(const FormSeries& series, const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return tl::make_unexpected(fmt::format("{}: {}", folder.string(), error.message()));
  }
  Written written = write_key(folder);
  for (int nth = 0; nth < series.count && written; ++nth) {
    written = write_one(series, nth, folder);
  }
  return written;
}

}  // namespace vermilion::service::cases
