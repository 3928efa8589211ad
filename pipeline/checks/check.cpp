#include "pipeline/checks/check.hpp"

#include <algorithm>
#include <cassert>

namespace vermilion::pipeline::checks {

double Parameters::operator[](std::string_view name) const {
  if (const auto said = request_.parameters.find(name); said != request_.parameters.end()) {
    return said->second;
  }
  const auto described =
      std::ranges::find(description_.parameters, name, &ParameterDescription::name);
  assert(described != description_.parameters.end());
  return described->fallback;
}

}  // namespace vermilion::pipeline::checks
