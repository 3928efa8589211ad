#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"
#include "pipeline/perceptron.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace vermilion::pipeline::page {

// Which way up the page lies in the stored picture.
struct Turn {
  int clockwise_deg = 0;  // what makes it upright: 0, 90, 180 or 270
  double lead = 0;        // by how much this turn beats the next, per window looked at; 0 undecided
};

// A piece of a line of print as the classifier sees it: 0 its brightest, 1 its darkest pixel, row
// by row; a little larger than a character.
inline constexpr int kTurnWindowSide = 20;
using TurnWindow = std::array<float, static_cast<std::size_t>(kTurnWindowSide* kTurnWindowSide)>;

inline constexpr std::size_t kTurns = 4;

// Tells from the strokes of print which way up it is; the model "turn" of models/.
class TurnNet {
 public:
  [[nodiscard]] static Result<TurnNet> parse(std::span<const std::byte> file) {
    return Perceptron::parse(file, "turn", std::tuple_size_v<TurnWindow>, kTurns)
        .map([](Perceptron&& net) { return TurnNet(std::move(net)); });
  }

  explicit TurnNet(Perceptron net) : net_(std::move(net)) {}

  // By quarter turns clockwise that make the print upright.
  [[nodiscard]] std::array<float, kTurns> classify(const TurnWindow& window) const {
    std::array<float, kTurns> scores{};
    net_.classify(window, scores);
    return scores;
  }

 private:
  Perceptron net_;
};

// Windows along a line that hold about as much ink as a character does.
std::vector<TurnWindow> turn_windows(const Pyramid& pyramid, const TextLine& line);

// Votes of windows from the longest lines. A page with too little print stays as it is.
Turn turn_of(const Pyramid& pyramid, const TextLines& lines, const TurnNet& net);

}  // namespace vermilion::pipeline::page
