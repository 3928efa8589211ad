#pragma once

#include "bench/calibrate/axis.hpp"
#include "bench/calibrate/tally.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::calibrate {

// What a curve stands for; it has one colour in all pictures.
enum class Meaning : std::uint8_t { Wanted, Unwanted, Open, Misprinted };

struct Curve {
  std::string name;  // in the tables: "caught"
  std::string label_zh;
  Meaning meaning = Meaning::Wanted;
  Tally tally;
};

// The wanted curve among the mildest third of the defects and among the strongest.
struct Band {
  Tally mildest;
  Tally strongest;
};

// One threshold: what becomes of the scans at each of its values. Every tally of it has as many
// values as `values`.
struct Figure {
  std::string id;     // of its files: "page_straight.skew_max_deg"
  std::string sheet;  // it stands on, with others: "page"
  std::string heading;
  std::string heading_zh;
  std::string summary;
  std::string parameter;
  std::string unit;
  std::string parameter_summary;
  std::string parameter_summary_zh;
  Axis axis;
  std::vector<double> values;  // rising
  double fallback = 0;         // one of them
  std::vector<Curve> curves;
  std::optional<Band> band = {};
  std::vector<std::string> notes;  // what the curves were drawn from, a line each
};

[[nodiscard]] std::size_t index_of_fallback(const Figure& figure);

// "83 %", "0.4 %": a decimal near either end, where there are scans enough to mean it.
[[nodiscard]] std::string percent(int hits, int scans);

// "3 deg", "0.36 mm", "0.5".
[[nodiscard]] std::string with_unit(double value, const std::string& unit);

}  // namespace vermilion::calibrate
