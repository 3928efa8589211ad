#include "service/output/compact.hpp"
#include "service/output/json.hpp"
#include "service/output/jsonl.hpp"
#include "service/output/junit.hpp"
#include "service/output/output.hpp"
#include "service/output/pretty.hpp"
#include "service/output/sarif.hpp"

#include <algorithm>
#include <array>

namespace vermilion::service::output {
namespace {

constexpr std::array kFormats{
    Format{"pretty", "for people", pretty},
    Format{"compact", "one line per finding", compact},
    Format{"json", "one array of reports", json},
    Format{"jsonl", "one report a line, as each is done", jsonl},
    Format{"sarif", "SARIF 2.1.0, for code-scanning dashboards", sarif},
    Format{"junit", "JUnit XML, for CI servers", junit},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const auto row = std::ranges::find(kFormats, name, &Format::name);
  return row == kFormats.end() ? nullptr : &*row;
}

}  // namespace vermilion::service::output
