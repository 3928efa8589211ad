#include "bench/speed/memory.hpp"

#include "bench/speed/child.hpp"
#include "bench/speed/statistics.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <stdexcept>
#include <utility>

namespace vermilion::speed {
namespace {

namespace fs = std::filesystem;

// Telling the kind of a document starts the text reader in every worker, at a third of a second a
// page: a dozen pages are enough for four workers to have read one.
constexpr std::array kLoads{
    Load{"general", "vermilion inspect --jobs", "", 45},
    Load{"document_named", "inspect --document … --jobs", "business_licence", 12},
};

// The program's codes up to "some input unreadable", which mixed scans may be; 2 is wrong use.
constexpr std::array kInspected{0, 1, 3};

std::vector<std::string> pictures_in(const fs::path& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::span<const Load> loads() {
  return kLoads;
}

BatchMemory::BatchMemory(fs::path program, int pages) : program_(std::move(program)) {
  const auto made = run({program_, "samples", "make", "--out", folder_.path(), "--mixed", "3",
                         "--count", std::to_string(pages)});
  if (!made || made->exit_code != 0)
    throw std::runtime_error("vermilion samples make drew nothing");
  files_ = pictures_in(folder_.path());
}

double BatchMemory::peak_mb(const Load& load, int workers, int runs) const {
  std::vector<std::string> command{program_,  "inspect", "--format",
                                   "compact", "--jobs",  std::to_string(workers)};
  if (!load.document.empty())
    command.insert(command.end(), {"--document", std::string(load.document)});
  const auto pages = std::min(files_.size(), static_cast<std::size_t>(load.pages));
  command.insert(command.end(), files_.begin(),
                 files_.begin() + static_cast<std::ptrdiff_t>(pages));
  std::vector<double> peaks;
  for (int nth = 0; nth < runs; ++nth) {
    const auto ran = run(command);
    if (!ran || std::ranges::find(kInspected, ran->exit_code) == kInspected.end())
      throw std::runtime_error(std::string(load.label) + " failed");
    peaks.push_back(ran->peak_mb);
  }
  return median(peaks);
}

double mb_a_worker(double peak_of_one_mb, double peak_mb, int workers) {
  assert(workers > 1);
  return (peak_mb - peak_of_one_mb) / (workers - 1);
}

}  // namespace vermilion::speed
