#include "service/workers/sandbox/layers.hpp"

#include <algorithm>
#include <array>

namespace vermilion::service::workers::sandbox {
namespace {

constexpr std::array<std::string_view, kLayers> kNames{"limits",     "no_privileges", "namespaces",
                                                       "empty_root", "landlock",      "syscalls"};

}  // namespace

std::string_view name_of(Layer layer) {
  return kNames[static_cast<std::size_t>(layer)];
}

std::optional<Layer> layer_named(std::string_view name) {
  const auto known = std::ranges::find(kNames, name);
  if (known == kNames.end()) return std::nullopt;
  return static_cast<Layer>(known - kNames.begin());
}

std::string text_of(Layers layers) {
  std::string text;
  for (std::size_t i = 0; i < kLayers; ++i) {
    if (!layers.has(static_cast<Layer>(i))) continue;
    if (!text.empty()) text += ", ";
    text += kNames[i];
  }
  return text.empty() ? "none" : text;
}

}  // namespace vermilion::service::workers::sandbox
