#pragma once

#include "pipeline/credit_code/glyphs.hpp"
#include "pipeline/perceptron.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace vermilion::pipeline::credit_code {

// The classes of the glyph classifier, in the order of its outputs; then "no single character".
inline constexpr std::string_view kGlyphs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
inline constexpr std::size_t kGlyphClasses = kGlyphs.size() + 1;
inline constexpr std::size_t kNoGlyph = kGlyphs.size();

// Natural logarithms of the probabilities of each class.
using GlyphScores = std::array<float, kGlyphClasses>;

// Tells letters and digits apart; the model "glyphs" of models/.
class GlyphNet {
 public:
  [[nodiscard]] static Result<GlyphNet> parse(std::span<const std::byte> file) {
    return Perceptron::parse(file, "glyphs", std::tuple_size_v<Window>, kGlyphClasses)
        .map([](Perceptron&& net) { return GlyphNet(std::move(net)); });
  }

  explicit GlyphNet(Perceptron net) : net_(std::move(net)) {}

  [[nodiscard]] GlyphScores classify(const Window& window) const {
    GlyphScores scores{};
    net_.classify(window, scores);
    return scores;
  }

 private:
  Perceptron net_;
};

}  // namespace vermilion::pipeline::credit_code
