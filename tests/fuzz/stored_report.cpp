#include "rules/read_reports.hpp"
#include "rules/report_json.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace vermilion::rules;

void demand(bool holds) {
  if (!holds) std::abort();
}

StoredReport written_and_read(const StoredReport& stored) {
  const auto document = to_json(stored.report, stored.judgement, /*with_costs=*/false);
  const auto read = stored_report(document);
  demand(read.has_value());
  return *read;
}

}  // namespace

// What is taken for a report can be written and read again, and says the same from then on.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_reports(text, [](const tl::expected<StoredReport, BadReport>& stored) {
    if (!stored) return demand(!stored.error().complaint.empty());
    if (stored->failure) return;
    const StoredReport once = written_and_read(*stored);
    demand(written_and_read(once) == once);
  });
  return 0;
}
