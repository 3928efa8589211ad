#include "samples/truth.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace vermilion::samples {
namespace {

using json = nlohmann::ordered_json;

double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

json to_json(const Box& box) {
  return {box.x, box.y, box.width, box.height};
}

json to_json(const SealTruth& seal) {
  return {{"shape", name(seal.shape)},
          {"role", name(seal.role)},
          {"text", seal.text},
          {"box", to_json(seal.box)},
          {"diameter_mm", rounded(seal.diameter_mm)},
          {"colour", seal.colour},
          {"defects", seal.defects},
          {"covers", seal.covers}};
}

json to_json(const QrTruth& qr) {
  return {{"text", qr.text}, {"box", to_json(qr.box)}};
}

json to_json(const PlantedTruth& planted) {
  json object{{"id", planted.id}};
  if (!planted.unit.empty()) {
    object["strength"] = rounded(planted.strength);
    object["unit"] = planted.unit;
  }
  return object;
}

template <class T>
json array_of(const std::vector<T>& values) {
  json array = json::array();
  for (const T& value : values) array.push_back(to_json(value));
  return array;
}

json code_of(const Truth& truth) {
  json code{
      {"printed", *truth.code_printed}, {"meant", *truth.code_meant}, {"valid", truth.code_valid}};
  if (truth.code_box) code["box"] = to_json(*truth.code_box);
  return code;
}

json page_of(const Truth& truth) {
  json page{{"width", truth.width},
            {"height", truth.height},
            {"dpi", rounded(truth.dpi)},
            {"turn_deg", truth.turn_deg},
            {"skew_deg", rounded(truth.skew_deg)},
            {"perspective", truth.perspective}};
  if (truth.page_area) page["area"] = to_json(*truth.page_area);
  return page;
}

}  // namespace

json to_json(const Truth& truth) {
  json object{{"document", truth.document}};
  if (!truth.layout.empty()) object["layout"] = truth.layout;
  object["copy"] = truth.copy;
  object["format"] = truth.format;
  object["page"] = page_of(truth);
  if (truth.code_printed) object["credit_code"] = code_of(truth);
  object["decoys"] = truth.decoys;
  object["organisation"] = truth.organisation;
  object["legal_person"] = truth.legal_person;
  object["seals"] = array_of(truth.seals);
  object["qr"] = array_of(truth.qr);
  if (truth.emblem) object["emblem"] = to_json(*truth.emblem);
  object["defects"] = array_of(truth.defects);
  for (const Truth& other : truth.beside) object["beside"].push_back(to_json(other));
  return object;
}

}  // namespace vermilion::samples
