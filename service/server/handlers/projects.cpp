#include "service/server/handlers/projects.hpp"

#include "service/server/resources.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::server::handlers {
namespace {

using json = nlohmann::ordered_json;

json text_json(const rules::LocalText& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

// Of the alternatives any will do, so the widest bounds are what a client may go by.
json document_json(const rules::Slot& slot) {
  std::size_t max_bytes = 0;
  for (const auto& type : slot.alternatives) max_bytes = std::max(max_bytes, type.files.max_bytes);
  return {{"id", slot.id}, {"name", text_json(slot.shown_name())}, {"max_bytes", max_bytes}};
}

json project_json(const rules::Project& project) {
  json documents = json::array();
  for (const rules::Slot& slot : project.slots) documents.push_back(document_json(slot));
  return {{"id", project.id},
          {"name", text_json(project.name)},
          {"draft", project.draft},
          {"rules", project.digest},
          {"documents", std::move(documents)}};
}

}  // namespace

tl::expected<http::Answer, Problem> list_projects(const Request& /*request*/,
                                                  Resources& resources) {
  json projects = json::array();
  for (const auto& [id, project] : resources.projects) projects.push_back(project_json(*project));
  return http::Answer{.status = 200,
                      .headers = {{"Content-Type", "application/json"}},
                      .body = json{{"projects", std::move(projects)}}.dump()};
}

}  // namespace vermilion::service::server::handlers
