#pragma once

#include "pipeline/report.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

// What is really in a sample. Boxes are in pixels of the upright picture and follow the geometry
// exactly; under perspective they are the upright hulls of the warped quadrangles. What lies
// outside the picture is cut off or, if nothing is left, absent.
namespace vermilion::samples {

using pipeline::Box;

struct SealTruth {
  pipeline::SealShape shape;
  pipeline::SealRole role;
  std::string text;  // the name on it
  Box box;
  double diameter_mm = 0;  // along the long axis
  std::string colour;      // "red" or "grey"
  std::vector<std::string> defects;
  std::vector<std::string> covers;  // "text", "credit_code"
  // Of the uncut seal, in pixels: finer than the box, for measuring; not in the JSON.
  double centre_x = 0;
  double centre_y = 0;
};

struct QrTruth {
  std::string text;
  Box box;
};

struct PlantedTruth {
  std::string id;
  double strength = 0;
  std::string unit;
};

struct Truth {
  std::string document;  // "business_licence"
  std::string layout;    // "2014"; empty where there is only one
  std::string copy;      // "colour", "black_and_white", "born_digital"
  std::string format;    // of the file: "jpeg", "png", "bmp"

  // Absent on documents without one.
  std::optional<std::string> code_printed;
  std::optional<std::string> code_meant;
  bool code_valid = false;  // as printed
  std::optional<Box> code_box;
  std::vector<std::string> decoys;  // other numbers on the page

  std::string organisation;
  std::string legal_person;
  std::vector<SealTruth> seals;
  std::vector<QrTruth> qr;
  std::optional<Box> emblem;
  std::vector<PlantedTruth> defects;

  int width = 0;  // of the upright picture, in pixels
  int height = 0;
  double dpi = 0;       // of the page in the picture; at its centre under perspective
  int turn_deg = 0;     // clockwise turn that makes the stored picture upright
  double skew_deg = 0;  // positive: text lines fall to the right
  bool perspective = false;
  std::optional<Box> page_area;  // where a frame surrounds the page

  std::vector<Truth> beside;  // the other document in the picture, if there is one
};

// Members stand in a fixed order.
[[nodiscard]] nlohmann::ordered_json to_json(const Truth& truth);

}  // namespace vermilion::samples
