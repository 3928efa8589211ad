#include "service/workers/drawing.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace vermilion::service::workers {

using nlohmann::json;

std::string drawing_text(const Drawing& drawing) {
  return json{{"turned_deg", drawing.turned_deg}, {"width", drawing.width}}.dump();
}

Drawing drawing_of(std::string_view text) {
  const json object = json::parse(text);
  const Drawing drawing{object.at("turned_deg"), object.at("width")};
  const int turned = drawing.turned_deg;
  const bool turns = turned == 0 || turned == 90 || turned == 180 || turned == 270;
  if (!turns || drawing.width < 0) throw std::invalid_argument("no such drawing");
  return drawing;
}

}  // namespace vermilion::service::workers
