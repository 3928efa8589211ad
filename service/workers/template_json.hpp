#pragma once

#include "pipeline/form/template.hpp"

#include <nlohmann/json_fwd.hpp>

namespace vermilion::service::workers {

// The printed form of a plan, on the way plan_json.hpp describes.
[[nodiscard]] nlohmann::json template_json(const pipeline::form::Template& form);
[[nodiscard]] pipeline::form::Template template_of(const nlohmann::json& json);

}  // namespace vermilion::service::workers
