#include "service/demo/rules.hpp"

#include "service/projects/folder.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

namespace vermilion::service::demo {
namespace {

namespace fs = std::filesystem;

struct Change {
  std::string_view file;
  std::string_view shipped;
  std::string_view here;
};

// Fees nobody has set are invented; a made key is good for a year, so it is renewed within one.
constexpr std::array kChanges{
    Change{"projects/yingtan_sunshine.yaml", "fee: unset, fee_per: year",
           "fee: 10000, fee_per: year"},
    Change{"projects/yingtan_sunshine.yaml", "before_days: 90", "before_days: 366"},
    Change{"projects/jiangxi_construction_group.yaml", "fee: unset, seal: false",
           "fee: 6000, seal: false"}};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

tl::expected<void, std::string> make(projects::Files& files, const Change& change) {
  const auto file = files.find(std::string(change.file));
  if (file == files.end() || file->second.find(change.shipped) == std::string::npos) {
    return tl::unexpected(fmt::format("{} does not say \"{}\"", change.file, change.shipped));
  }
  file->second = replaced(std::move(file->second), change.shipped, change.here);
  return {};
}

tl::expected<void, std::string> write(const fs::path& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  if (!out.flush()) return tl::unexpected(fmt::format("{} cannot be written", file.string()));
  return {};
}

}  // namespace

tl::expected<void, std::string> copy_rules(const fs::path& shipped, const fs::path& to) {
  auto files = projects::files_in(shipped);
  if (!files) return tl::unexpected(files.error());
  for (const Change& change : kChanges) {
    if (auto made = make(*files, change); !made) return made;
  }
  for (const auto& [path, text] : *files) {
    if (auto written = write(to / path, text); !written) return written;
  }
  return {};
}

}  // namespace vermilion::service::demo
