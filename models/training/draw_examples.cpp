// Draws what the networks learn from, into files that train_reader.py and train_localiser.py map.
//
//   draw_examples lines|pages FOLDER COUNT [SEED]
//
// lines  FOLDER/lines.pixels   COUNT x 32 x 320 bytes
//        FOLDER/lines.classes  COUNT x 32 bytes: how many classes, then the classes
// pages  FOLDER/pages.pixels   COUNT x 640 x 640 bytes
//        FOLDER/pages.heat     COUNT x 160 x 160 bytes
//
// The same arguments, fonts and libraries give the same bytes. The files grow while it runs, so
// that training can begin on what is there.

#include "models/training/code_line.hpp"
#include "models/training/code_page.hpp"
#include "models/training/faces.hpp"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace vermilion::models {
namespace {

constexpr std::size_t kClassesMax = 31;

void write(std::ofstream& out, const void* bytes, std::size_t count) {
  out.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(count));
}

int draw_lines(const std::string& folder, int count, unsigned seed) {
  std::ofstream pixels(folder + "/lines.pixels", std::ios::binary);
  std::ofstream classes(folder + "/lines.classes", std::ios::binary);
  Random random(seed);
  for (int i = 0; i < count;) {
    const CodeLine line = code_line(random);
    if (line.classes.size() > kClassesMax) continue;
    std::array<std::uint8_t, kClassesMax + 1> row{};
    row[0] = static_cast<std::uint8_t>(line.classes.size());
    std::ranges::copy(line.classes, row.begin() + 1);
    write(pixels, line.picture.data, line.picture.total());
    write(classes, row.data(), row.size());
    ++i;
  }
  return pixels.flush() && classes.flush() ? 0 : 1;
}

int draw_pages(const std::string& folder, int count, unsigned seed) {
  std::ofstream pixels(folder + "/pages.pixels", std::ios::binary);
  std::ofstream heat(folder + "/pages.heat", std::ios::binary);
  Random random(seed);
  for (int i = 0; i < count; ++i) {
    const CodePage page = code_page(random);
    write(pixels, page.picture.data, page.picture.total());
    write(heat, page.heat.data, page.heat.total());
  }
  return pixels.flush() && heat.flush() ? 0 : 1;
}

}  // namespace
}  // namespace vermilion::models

int main(int argc, char** argv) {
  using namespace vermilion::models;
  const std::string_view what = argc > 1 ? argv[1] : "";
  if (argc < 4 || (what != "lines" && what != "pages")) {
    std::fprintf(stderr, "usage: draw_examples lines|pages FOLDER COUNT [SEED]\n");
    return 2;
  }
  cv::setNumThreads(1);
  const unsigned seed = argc > 4 ? static_cast<unsigned>(std::atoi(argv[4])) : 1;
  const auto draw = what == "lines" ? draw_lines : draw_pages;
  return draw(argv[2], std::atoi(argv[3]), seed);
}
