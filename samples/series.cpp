#include "samples/series.hpp"

#include "samples/canvas.hpp"
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

Written write_all(const fs::path& folder, const std::vector<NamedRecipe>& recipes) {
  std::vector<Written> written(recipes.size());
  try {
    tbb::parallel_for(std::size_t{0}, recipes.size(), [&](std::size_t i) {
      const fs::path path = folder / recipes[i].path;
      written[i] = write(make(recipes[i].recipe), path.parent_path(), path.filename().string());
    });
  } catch (const MissingFont& missing) {
    return tl::make_unexpected(WriteError{missing.what()});
  }
  const auto failed = std::ranges::find_if(written, [](const Written& each) { return !each; });
  return failed == written.end() ? Written{} : *failed;
}

Written write_series(const fs::path& folder, int count, std::uint64_t seed, const Wishes& wishes) {
  Random seeds(seed);
  std::vector<NamedRecipe> recipes;
  recipes.reserve(static_cast<std::size_t>(count));
  for (int i = 1; i <= count; ++i) {
    recipes.push_back({fmt::format("{:04}", i), random_recipe(seeds.bits(), wishes)});
  }
  return write_all(folder, recipes);
}

}  // namespace vermilion::samples
