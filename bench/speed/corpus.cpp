#include "bench/speed/corpus.hpp"

#include "pipeline/limits.hpp"
#include "samples/documents/catalogue.hpp"
#include "samples/make.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <future>
#include <stdexcept>
#include <thread>

namespace vermilion::speed {
namespace {

using samples::Defect;
using samples::DocumentKind;
using samples::Recipe;
using samples::documents::DocumentDescription;

// A coloured BMP fits into an upload up to 100 dpi and 256 colours only.
constexpr std::array kCategories{
    Category{.name = "flat_200", .label = "flat A4, 200 dpi", .in_detail = true},
    Category{.name = "flat_300", .label = "flat A4, 300 dpi", .dpi = 300, .in_detail = true},
    Category{.name = "turned_200", .label = "lying on its side", .planted = Defect::Turn90},
    Category{
        .name = "progressive_200", .label = "progressive JPEG", .planted = Defect::Progressive},
    Category{.name = "png_palette_200", .label = "PNG, 256 colours", .planted = Defect::PngPalette},
    Category{.name = "png_1bit_200", .label = "PNG, black and white", .planted = Defect::Png1Bit},
    Category{.name = "bmp_100", .label = "BMP, 100 dpi", .dpi = 100, .planted = Defect::Bmp},
    Category{.name = "photo_200", .label = "phone photo", .planted = Defect::Photo},
};

// Nothing depends on these but which pages are drawn.
constexpr std::uint64_t kFirstSeed = 7000;
constexpr std::uint64_t kSeedsOfDocument = 1'000'000;
constexpr std::uint64_t kSeedsOfPage = 1000;

// How often a page may come out larger than an upload before something else is wrong.
constexpr std::uint64_t kAttempts = 60;
static_assert(kAttempts <= kSeedsOfPage);

samples::Wishes wishes_for(DocumentKind kind, const Category& category) {
  samples::Wishes wishes{.documents = {kind}, .dpi = category.dpi};
  if (category.planted) wishes.defects.push_back(*category.planted);
  return wishes;
}

// The documents that exist as this kind of file: nobody photographs one that never was on paper.
std::vector<const DocumentDescription*> documents_for(const Category& category) {
  std::vector<const DocumentDescription*> documents;
  for (const auto& row : samples::documents::catalogue()) {
    if (!row.at_random()) continue;
    if (samples::conflict(wishes_for(row.kind, category)).empty()) documents.push_back(&row);
  }
  return documents;
}

Recipe without_file_defects(Recipe recipe) {
  std::erase_if(recipe.defects, [](const samples::Planted& planted) {
    return samples::describe(planted.defect).family == samples::Family::File;
  });
  return recipe;
}

Page page_of(const DocumentDescription& document, const Recipe& recipe, samples::Sample sample) {
  Page page{.document = document.name(),
            .file_name = "page." + sample.extension,
            .file = std::move(sample.bytes)};
  const Recipe baseline = without_file_defects(recipe);
  page.baseline_jpeg =
      baseline.defects == recipe.defects ? page.file : samples::make(baseline).bytes;
  if (sample.truth.code_valid) page.code = sample.truth.code_printed;
  return page;
}

// What is too large to be uploaded is drawn again from another seed.
Page draw_page(const DocumentDescription& document, const Category& category, std::uint64_t nth) {
  const std::uint64_t first = kFirstSeed +
                              static_cast<std::uint64_t>(document.kind) * kSeedsOfDocument +
                              nth * kSeedsOfPage;
  for (std::uint64_t seed = first; seed < first + kAttempts; ++seed) {
    const Recipe recipe = samples::random_recipe(seed, wishes_for(document.kind, category));
    samples::Sample sample = samples::make(recipe);
    if (sample.bytes.size() <= pipeline::limits::kFileBytes) {
      return page_of(document, recipe, std::move(sample));
    }
  }
  throw std::runtime_error("no page of " + std::string(category.name) + " fits into an upload");
}

}  // namespace

std::span<const Category> categories() {
  return kCategories;
}

std::vector<std::string> document_names() {
  std::vector<std::string> names;
  for (const auto& row : samples::documents::catalogue()) {
    if (row.at_random()) names.push_back(row.name());
  }
  return names;
}

// The threads are gone when the pages are there: nothing runs beside the measurement.
std::vector<Page> draw(const Category& category, int count) {
  const auto documents = documents_for(category);
  std::vector<Page> pages(static_cast<std::size_t>(count));
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < pages.size(); i = next++) {
      pages[i] = draw_page(*documents[i % documents.size()], category, i / documents.size());
    }
  };
  std::vector<std::future<void>> workers;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    workers.push_back(std::async(std::launch::async, work));
  }
  for (auto& worker : workers) worker.get();
  return pages;
}

}  // namespace vermilion::speed
