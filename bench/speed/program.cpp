#include "bench/speed/program.hpp"

#include "bench/speed/statistics.hpp"
#include "bench/speed/turbojpeg.hpp"

#include <array>
#include <stdexcept>

namespace vermilion::speed {
namespace {

namespace fs = std::filesystem;

// The program's own codes for "accepted" and "defects found"; anything else is no inspection.
constexpr int kDefectsFound = 1;

std::string drawn_by(const fs::path& program, const ScratchFolder& folder, const char* dpi) {
  const fs::path drawn = folder.path() / "drawn";
  const auto made = run({program, "samples", "make", "--out", drawn, "--document",
                         "business_licence_2019", "--dpi", dpi});
  const fs::path page = drawn / "0001.jpg";
  if (!made || !fs::exists(page)) throw std::runtime_error("vermilion samples make drew nothing");
  return page;
}

template <int kDpi>
std::vector<std::string> inspect_licence(const fs::path& program, const ScratchFolder& folder) {
  return {"inspect", drawn_by(program, folder, std::to_string(kDpi).c_str())};
}

// Telling the kind of a document starts the text reader, on any page.
std::vector<std::string> inspect_licence_as_such(const fs::path& program,
                                                 const ScratchFolder& folder) {
  return {"inspect", "--document", "business_licence", drawn_by(program, folder, "200")};
}

constexpr std::array kErrands{
    Errand{"version", "vermilion --version",
           [](const fs::path&, const ScratchFolder&) {
             return std::vector<std::string>{"--version"};
           }},
    Errand{"inspect_tiny", "inspect, 64 x 64 pixels",
           [](const fs::path&, const ScratchFolder& folder) {
             return std::vector<std::string>{"inspect", folder.write("tiny.jpg", white_jpeg(64))};
           }},
    Errand{"inspect_licence_200", "inspect, licence, 200 dpi", inspect_licence<200>},
    Errand{"inspect_licence_as_such", "the same, --document given", inspect_licence_as_such},
    Errand{"inspect_licence_300", "inspect, licence, 300 dpi", inspect_licence<300>},
};

}  // namespace

std::span<const Errand> errands() {
  return kErrands;
}

ErrandCost cost_of(const Errand& errand, const fs::path& program, int runs) {
  const ScratchFolder folder;
  std::vector<std::string> command = errand.arguments(program, folder);
  command.insert(command.begin(), program);
  std::vector<double> wall_ms;
  std::vector<double> cpu_ms;
  std::vector<double> peak_mb;
  for (int nth = 0; nth < runs; ++nth) {
    const auto ran = run(command);
    if (!ran || ran->exit_code > kDefectsFound) {
      throw std::runtime_error(std::string(errand.label) + " failed");
    }
    wall_ms.push_back(ran->wall_ms);
    cpu_ms.push_back(ran->cpu_ms);
    peak_mb.push_back(ran->peak_mb);
  }
  ErrandCost cost{
      .wall_ms = median(wall_ms), .wall_p95_ms = p95(wall_ms), .cpu_ms = median(cpu_ms)};
  if (median(peak_mb) > self_peak_mb()) cost.peak_mb = median(peak_mb);
  return cost;
}

}  // namespace vermilion::speed
