#include "samples/utf8.hpp"

#include <cstddef>

namespace vermilion::samples {
namespace {

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

}  // namespace

std::vector<std::string_view> characters(std::string_view utf8) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0; begin < utf8.size();) {
    std::size_t end = begin + 1;
    while (end < utf8.size() && continues(utf8[end])) ++end;
    found.push_back(utf8.substr(begin, end - begin));
    begin = end;
  }
  return found;
}

}  // namespace vermilion::samples
