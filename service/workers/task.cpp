#include "service/workers/task.hpp"

#include "service/workers/plan_json.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::workers {

using nlohmann::json;

// Names of files need not be UTF-8; what the report says of them is of no consequence, since the
// server knows what it asked about.
std::string task_text(const Task& task) {
  const json object{{"file", task.file}, {"plan", plan_json(task.plan)}};
  return object.dump(-1, ' ', /*ensure_ascii=*/false, json::error_handler_t::replace);
}

Task task_of(std::string_view text) {
  const json object = json::parse(text);
  return {object.at("file"), plan_of(object.at("plan"))};
}

}  // namespace vermilion::service::workers
