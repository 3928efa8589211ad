#include "service/simulator/tax_office.hpp"

#include "service/invoices/invoices.hpp"
#include "service/payment/beijing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

namespace vermilion::service::simulator {
namespace {

namespace fs = std::filesystem;

std::string contents_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

int issue_invoices(const fs::path& folder, payment::Instant now) {
  std::error_code error;
  fs::create_directories(folder / "results", error);
  const std::string day = payment::beijing_time(now).substr(0, 10);
  auto issued = static_cast<int>(files_in(folder / "results").size());
  const int before = issued;
  for (const fs::path& request : files_in(folder / "requests")) {
    const fs::path result = folder / "results" / request.filename();
    const auto asked = invoices::read_requests(contents_of(request));
    if (fs::exists(result) || !asked) continue;
    std::string file = invoices::result_head();
    for (const auto& one : *asked) {
      // Year, Jiangxi, channel, sequence.
      file +=
          invoices::result_line(one, fmt::format("{}362{:015}", day.substr(2, 2), ++issued), day);
    }
    std::ofstream(result, std::ios::binary) << file;
  }
  return issued - before;
}

}  // namespace vermilion::service::simulator
