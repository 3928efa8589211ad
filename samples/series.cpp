#include "samples/series.hpp"

#include "samples/random.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

namespace vermilion::samples {
namespace {

namespace fs = std::filesystem;
using Written = tl::expected<void, WriteError>;

Written write_file(const fs::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) return {};
  return tl::make_unexpected(WriteError{fmt::format("cannot write {}", path.string())});
}

Written make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return {};
  return tl::make_unexpected(
      WriteError{fmt::format("cannot make the folder {}: {}", folder.string(), error.message())});
}

std::string_view text_of(const std::vector<std::byte>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Written write(const Sample& sample, const fs::path& folder, const std::string& stem) {
  return make_folder(folder)
      .and_then([&] {
        return write_file(folder / (stem + "." + sample.extension), text_of(sample.bytes));
      })
      .and_then([&] {
        return write_file(folder / (stem + ".truth.json"), to_json(sample.truth).dump(2) + "\n");
      });
}

Written write_series(const fs::path& folder, int count, std::uint64_t seed, const Wishes& wishes) {
  Random seeds(seed);
  std::vector<Recipe> recipes;
  for (int i = 0; i < count; ++i) recipes.push_back(random_recipe(seeds.bits(), wishes));
  std::vector<Written> written(recipes.size());
  tbb::parallel_for(std::size_t{0}, recipes.size(), [&](std::size_t i) {
    written[i] = write(make(recipes[i]), folder, fmt::format("{:04}", i + 1));
  });
  const auto failed = std::ranges::find_if(written, [](const Written& each) { return !each; });
  return failed == written.end() ? Written{} : *failed;
}

}  // namespace vermilion::samples
