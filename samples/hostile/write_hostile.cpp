#include "samples/hostile/honest.hpp"
#include "samples/hostile/hostile.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <string_view>

// Writes the files of samples/hostile/files, or the sound ones fuzzing starts from, into a folder.
// The same program writes the same bytes.
namespace {

using namespace vermilion::samples::hostile;

void write(const std::vector<File>& files, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  for (const File& file : files) {
    std::ofstream out(folder / file.name, std::ios::binary);
    out.write(reinterpret_cast<const char*>(file.bytes.data()),
              static_cast<std::streamsize>(file.bytes.size()));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view which = argc == 3 ? argv[1] : "";
  if (which == "hostile") {
    write(hostile_files(), argv[2]);
  } else if (which == "honest") {
    write(honest_files(), argv[2]);
  } else {
    fmt::print(stderr, "usage: write_hostile hostile|honest FOLDER\n");
    return 2;
  }
  return 0;
}
